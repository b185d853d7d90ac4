/** The form's name at Netlify: one form, on however many pages it stands. */
export const COMMENT_FORM = "comment";

/** What the form's fields are called in what is sent. Moderation reads them back. */
export const COMMENT_FIELDS = {
  /** The path of the story. */
  story: "story",
  /** The id of the reply that is answered; empty for a reply to the story. */
  replyTo: "reply-to",
  name: "name",
  /** For the newsroom alone, and voluntary. */
  email: "email",
  text: "comment",
  consent: "consent",
  /** Nobody sees it: whoever fills it in is a program. */
  honeypot: "website",
} as const;

/** Characters, as JavaScript and HTML's `maxlength` count them. */
export const MOST_CHARACTERS = { name: 80, text: 3000 } as const;
