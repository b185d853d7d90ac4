import { cutLine, type Problem, visible } from "../../../problems.ts";
import type { Told } from "../told.ts";

/** All that is wrong, each with the writer's own line. */
export function ProblemList({ errors, warnings, problems }: Told) {
  const all = errors + warnings;
  return (
    <section aria-labelledby="problems" class="problems">
      <h2 id="problems">Problems {all > 0 && <span class="count">{all}</span>}</h2>
      {all === 0 && <p class="note">Nothing is wrong.</p>}
      {errors > 0 && <p class="note">Below you see the last good edition. Nothing can be published meanwhile.</p>}
      {all > 0 && (
        <ol>
          {problems.map((problem) => (
            <ProblemLine {...problem} />
          ))}
        </ol>
      )}
      {all > problems.length && <p class="note">{`And ${all - problems.length} more: "npm run check" prints them.`}</p>}
    </section>
  );
}

function ProblemLine({ severity, file, at, what, fix }: Problem) {
  const line = at && cutLine(at);
  return (
    <li class={severity}>
      <p class="file">
        <strong>{severity === "error" ? "Error" : "Warning"}</strong>{" "}
        <bdi>{visible(at ? `${file}:${at.line}:${at.column}` : file)}</bdi>
      </p>
      <p dir="auto">
        {visible(what)} {visible(fix)}
      </p>
      {line && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is scrolled with the keyboard too
        <pre tabIndex={0}>
          <bdi dir="auto">
            {line.before}
            <mark>{line.fault === "" ? "\u00a0" : line.fault}</mark>
            {line.after}
          </bdi>
        </pre>
      )}
    </li>
  );
}
