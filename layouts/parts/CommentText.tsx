import type { Passage, Span } from "../../src/model/comment-text.ts";

/** A reader's words. Their links are nobody's recommendation (Google Search Central, "Qualify your outbound links"). */
export function CommentText({ text }: { readonly text: readonly Passage[] }) {
  return (
    <>
      {text.map((passage) =>
        passage.kind === "paragraph" ? (
          <p dir="auto">
            <Spans spans={passage.spans} />
          </p>
        ) : (
          <blockquote>
            <CommentText text={passage.passages} />
          </blockquote>
        ),
      )}
    </>
  );
}

const Spans = ({ spans }: { readonly spans: readonly Span[] }) => <>{spans.map(printed)}</>;

function printed(span: Span) {
  if (typeof span === "string") return span;
  switch (span.kind) {
    case "break":
      return <br />;
    case "emphasis":
      return (
        <em>
          <Spans spans={span.spans} />
        </em>
      );
    case "strong":
      return (
        <strong>
          <Spans spans={span.spans} />
        </strong>
      );
    case "link":
      return (
        <a href={span.url} rel="nofollow ugc noopener">
          <Spans spans={span.spans} />
        </a>
      );
  }
}
