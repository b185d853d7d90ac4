/** A stretch of Markdown, and the line (from 0) on which it begins. */
export interface Stretch {
  readonly text: string;
  readonly isCode: boolean;
  readonly line: number;
}

/** Parts a text into code (fenced blocks and spans), in which nothing means anything, and the rest. In linear time. */
export function stretchesOf(markdown: string): Stretch[] {
  const found: Stretch[] = [];
  let line = 0;
  const add = (text: string, isCode: boolean) => {
    if (text === "") return;
    found.push({ text, isCode, line });
    line += text.split("\n").length - 1;
  };
  let prose = "";
  let fence: { readonly mark: string; code: string } | undefined;
  for (const one of markdown.split(/(?<=\n)/)) {
    const mark = /^ {0,3}(?:[-*+] +|\d+[.)] +|> ?)*(`{3,}|~{3,})/.exec(one)?.[1];
    if (fence) {
      fence.code += one;
      const closes = /^[ >]*(`{3,}|~{3,})\s*$/.exec(one)?.[1];
      if (closes?.startsWith(fence.mark)) {
        add(fence.code, true);
        fence = undefined;
      }
    } else if (mark && !(mark.startsWith("`") && one.trim().slice(mark.length).includes("`"))) {
      for (const [text, isCode] of spansOf(prose)) add(text, isCode);
      prose = "";
      fence = { mark, code: one };
    } else prose += one;
  }
  if (fence) add(fence.code, true);
  for (const [text, isCode] of spansOf(prose)) add(text, isCode);
  return found;
}

/** Code spans begin and end with as many backticks, within a paragraph. */
function* spansOf(prose: string): Generator<readonly [text: string, isCode: boolean]> {
  let from = 0;
  let open: RegExpExecArray | undefined;
  for (const run of prose.matchAll(/`+|\n[ \t]*\n/g)) {
    if (run[0].startsWith("\n")) open = undefined;
    else if (!open) open = run;
    else if (open[0] === run[0]) {
      const end = run.index + run[0].length;
      yield [prose.slice(from, open.index), false];
      yield [prose.slice(open.index, end), true];
      from = end;
      open = undefined;
    }
  }
  yield [prose.slice(from), false];
}
