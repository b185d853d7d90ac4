export interface AnalyticsProps {
  /** The script of a service that counts visits. */
  readonly script: string;
  /** Its `data-` attributes, by their names without `data-`. */
  readonly data: Readonly<Record<string, string>>;
}

/** The one script from elsewhere that a site may have. */
export function Analytics({ script, data }: AnalyticsProps) {
  const attributes = Object.fromEntries(Object.entries(data).map(([name, value]) => [`data-${name}`, value]));
  return <script defer src={script} {...attributes} />;
}
