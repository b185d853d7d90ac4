/** Where what readers send waits for the newsroom: Netlify's forms. */
export interface FormsHost {
  /**
   * What readers have sent, as far as the host takes it for no spam, page by page. Throws a FormsHostError when a page
   * cannot be had: what came before is true all the same.
   */
  submissions(): AsyncIterable<readonly Submission[]>;
  /** Removes one there, with all that is known of its sender; done as well when it is gone. Throws a FormsHostError. */
  remove(submission: string): Promise<void>;
  /** Says there that one is spam; done as well when it is gone. Throws a FormsHostError. */
  reportSpam(submission: string): Promise<void>;
}

/** What a reader has sent, as the host hands it over: not yet fit to be kept anywhere. */
export interface Submission {
  /** At the host; undefined in an export that names none. */
  readonly id: string | undefined;
  /** RFC 3339. */
  readonly sent: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Why the host could not be asked, in a sentence that holds no secret. */
export class FormsHostError extends Error {}
