import { z } from "zod";
import type { Cms, CmsBackend, CmsSignIn } from "../../model/settings.ts";
import { flag, reference, refuse, secureAddress } from "./fields.ts";

const repository = reference("courier/newspaper").transform((value, context) =>
  /^[\w.-]+(?:\/[\w.-]+)+$/.test(value)
    ? value
    : refuse(context, `is no repository ("${value}")`, "Write its owner and its name, such as courier/newspaper."),
);

const backend = reference("github").transform((value, context): CmsBackend => {
  if (value === "github" || value === "gitlab") return value;
  return refuse(context, `is "${value}"`, "Write github or gitlab.");
});

const signIn = reference("token").transform((value, context): CmsSignIn["by"] => {
  if (value === "token" || value === "pkce" || value === "server") return value;
  return refuse(context, `is "${value}"`, "Write token, pkce or server.");
});

/** `cms` of `content/settings.yaml`: the editor in the browser. */
export const cmsSchema = z
  .strictObject({
    /** Who keeps the repository: `github`, when left out, or `gitlab`. */
    backend: backend.optional(),
    /** The repository in which `content/` lies: its owner and its name. */
    repository,
    /** Where it is written to. `main` when left out. */
    branch: reference("main").optional(),
    /** How editors sign in: `token`, when left out, `pkce` (GitLab) or `server`. */
    signIn: signIn.optional(),
    /** The application that the newsroom has made at GitLab. */
    appId: reference("3f8e2a7c5d914b60").optional(),
    /** The newsroom's own server for signing in. */
    server: secureAddress("https://sign-in.courier.example").optional(),
    /** Whether what editors save waits in a pull request. On when left out. */
    review: flag.meta({ example: "false" }).optional(),
  })
  .transform((written, context): Cms => {
    const { backend = "github", repository, branch = "main", review = true } = written;
    const signIn = signInOf(written);
    return typeof signIn === "string"
      ? refuse(context, signIn, "docs/editor.md shows each way to sign in.")
      : { backend, repository, branch, signIn, review };
  });

interface WrittenSignIn {
  readonly backend?: CmsBackend | undefined;
  readonly signIn?: CmsSignIn["by"] | undefined;
  readonly appId?: string | undefined;
  readonly server?: string | undefined;
}

/** What is wrong with it, in words, where something is. What another way to sign in takes may stand there meanwhile. */
function signInOf({ backend = "github", signIn: by = "token", appId, server }: WrittenSignIn): CmsSignIn | string {
  if (by === "token") return { by };
  if (by === "server") return server === undefined ? "has signIn: server without a server" : { by, address: server };
  if (backend === "github") return "has signIn: pkce, which GitHub does not have";
  return appId === undefined ? "has signIn: pkce without an appId" : { by, appId };
}
