import { z } from "zod";
import { COMMENT_FIELDS } from "../../model/comment-form.ts";
import { isMoment, readMoment } from "../../model/time.ts";
import type { Submission } from "../forms-host.ts";

/** What of a submission is read, as the API and its export give it (open-api.netlify.com): the rest is passed over. */
const submissionSchema = z.object({
  id: z.string().regex(/^[\w-]{1,64}$/),
  created_at: z.string(),
  data: z.record(z.string(), z.unknown()),
  form_name: z.string().optional(),
});

/** A submission, or what it lacks: "the submission 5f2c81 has no created_at". */
export type ReadSubmission =
  | { readonly submission: Submission; readonly form: string | undefined }
  | { readonly wrong: string };

/** Reads a submission of the API or of a JSON export. `place` names one without an id, from 1. */
export function readSubmission(json: unknown, place: number): ReadSubmission {
  const { data, error } = submissionSchema.safeParse(json);
  if (error) {
    const id = z.object({ id: submissionSchema.shape.id }).safeParse(json).data?.id;
    const lacking = [...new Set(error.issues.map(({ path }) => path[0] ?? "form of one"))].join(", no ");
    return { wrong: `the submission ${id ?? `${place} of the list`} has no ${lacking}` };
  }
  const sent = sentAt(data.created_at);
  if (sent === undefined) return { wrong: `the submission ${data.id} has no created_at that is a time` };
  return { submission: { id: data.id, sent, fields: fieldsOf(data.data) }, form: data.form_name };
}

/** The form's own fields, and nothing that the host adds. */
function fieldsOf(data: Readonly<Record<string, unknown>>): Record<string, string> {
  const names = Object.values(COMMENT_FIELDS).filter((name) => Object.hasOwn(data, name));
  return Object.fromEntries(names.map((name) => [name, textOf(data[name])]));
}

/** Whoever sends something else than the form can send lists and files, too. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join("\n");
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/**
 * When something was sent, in RFC 3339, of the ways in which programs write it that say which time it is: also
 * `2026-05-20 08:00:01 UTC` and `Wed May 20 2026 10:00:01 GMT+0200 (…)`. Undefined for any other.
 */
export function sentAt(written: string): string | undefined {
  const [, month = "", day, year, time, offset] = SCRIPTED.exec(written) ?? [];
  const iso = year
    ? `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, "0")}-${day}T${time}${offset}`
    : written
        .trim()
        .replace(/ ?(?:UTC|GMT)$/, "Z")
        .replace(/ (?=[+-]\d{2}:?\d{2}$)/, "");
  if (!/(?:Z|[+-]\d{2}:?\d{2})$/i.test(iso)) return undefined;
  const moment = readMoment(iso, "UTC");
  return isMoment(moment) ? new Date(moment.epochMs).toISOString().replace(".000Z", "Z") : undefined;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const SCRIPTED = new RegExp(`^\\w{3} (${MONTHS.join("|")}) (\\d{2}) (\\d{4}) (\\d{2}:\\d{2}:\\d{2}) GMT([+-]\\d{4})`);
