// Run by .github/workflows/bell.yml with Node alone, so that nothing is installed for it every ten minutes.
import { type Hook, ring } from "./ring.ts";

const { SITE_URL, BUILD_HOOK, GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN, BRANCH } = process.env;

/** Starts the workflow that publishes (docs.github.com, "Create a workflow dispatch event"). */
const publishWorkflow = (): Hook => ({
  url: `${GITHUB_API_URL}/repos/${GITHUB_REPOSITORY}/actions/workflows/publish.yml/dispatches`,
  headers: {
    accept: "application/vnd.github+json",
    authorization: `Bearer ${GITHUB_TOKEN}`,
    "content-type": "application/json",
  },
  body: JSON.stringify({ ref: BRANCH }),
});

const hook = BUILD_HOOK ? { url: BUILD_HOOK } : publishWorkflow();
const { ok, line } = await ring(Date.now(), { site: SITE_URL, hook }, fetch);
process.stdout.write(`${ok ? "" : "::error::"}${line}\n`);
process.exitCode = ok ? 0 : 1;
