import type { VNode } from "preact";
import type { Inserts } from "../src/model/inserts.ts";

/**
 * A sort of page: props to markup, and nothing else. Props survive a JSON round trip; what stands in them as a hash is
 * taken from the inserts.
 */
export type HtmlLayout<Props> = (props: Props, inserts: Inserts) => VNode;

/** A sort of file that is not HTML. */
export type TextLayout<Props> = (props: Props, inserts: Inserts) => string;
