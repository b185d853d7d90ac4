/**
 * What the script of the form for comments says. Apart from the other words, which would make it ten times as large: it is
 * loaded with every story that takes replies.
 */
export interface CommentFormWords {
  /** By the names of fields: what to do. */
  readonly missing: Readonly<Record<"comment" | "name" | "consent", string>>;
  readonly wrongEmail: string;
  /** Shown and spoken as a reply nears its longest. */
  left(characters: number): string;
  tooLong(by: number): string;
  readonly sending: string;
}
