import { cutLine, type Problem, type Spot, visible } from "../../../problems.ts";
import { element } from "./element.ts";

/** One problem: where, what, the writer's own line with the fault marked, and what to do. */
export function problemItem({ severity, file, at, what, fix }: Problem): HTMLElement {
  const place = at ? `${file}:${at.line}:${at.column}` : file;
  return element("li", { class: severity }, [
    element("p", { class: "place" }, [
      element("strong", {}, [severity === "error" ? "Error" : "Warning"]),
      " ",
      element("bdi", {}, [visible(place)]),
    ]),
    element("p", { class: "what", dir: "auto" }, [visible(what)]),
    ...(at ? [excerptOf(at)] : []),
    element("p", { class: "fix", dir: "auto" }, [visible(fix)]),
  ]);
}

/** The caret hangs from the fault itself, so that it stands under it in any script and on whatever line that wraps. */
function excerptOf(at: Spot): HTMLElement {
  const { before, fault, after } = cutLine(at);
  const line = element("bdi", { class: "line", dir: "auto" }, [
    before,
    element("mark", {}, [fault === "" ? "\u00a0" : fault]),
    after,
  ]);
  return element("pre", { tabindex: "0", "aria-label": `Line ${at.line}` }, [
    element("span", { class: "number", "aria-hidden": "true" }, [String(at.line)]),
    line,
  ]);
}
