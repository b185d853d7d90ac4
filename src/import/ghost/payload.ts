/** A node of an editor's document, or what a card holds: JSON of which nothing is known. */
export type Payload = Readonly<Record<string, unknown>>;

export const isPayload = (value: unknown): value is Payload =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A field's own text; what a prototype has is none. */
export function textOf(payload: Payload, key: string): string | undefined {
  const value = Object.hasOwn(payload, key) ? payload[key] : undefined;
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

export function numberOf(payload: Payload, key: string): number {
  const value = Object.hasOwn(payload, key) ? payload[key] : undefined;
  return typeof value === "number" ? value : 0;
}

export function payloadOf(payload: Payload, key: string): Payload {
  const value = Object.hasOwn(payload, key) ? payload[key] : undefined;
  return isPayload(value) ? value : {};
}

export function listOf(payload: Payload, key: string): readonly unknown[] {
  const value = Object.hasOwn(payload, key) ? payload[key] : undefined;
  return Array.isArray(value) ? value : [];
}
