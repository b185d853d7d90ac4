/** The system's code of what went wrong with a file, such as ENOENT; undefined for any other failure. */
export const systemCode = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;

/** Does something with a file. False when it failed for one of the reasons that are expected; throws any other. */
export function unless(expected: readonly string[], act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (expected.includes(systemCode(error) ?? "")) return false;
    throw error;
  }
}

/** What a file is not, or is not any more. */
export const MISSING: readonly string[] = ["ENOENT", "ENOTDIR"];

/** What a file says; undefined where there is none. */
export function ifThere<Said>(read: () => Said): Said | undefined {
  let said: Said | undefined;
  unless(MISSING, () => {
    said = read();
  });
  return said;
}
