import type { VNode } from "preact";
import type { Bodies } from "../src/model/newsroom.ts";

/**
 * A sort of page: props to markup, and nothing else. Props survive a JSON round trip; a body stands in them as its
 * hash and is taken from `bodies`.
 */
export type HtmlLayout<Props> = (props: Props, bodies: Bodies) => VNode;

/** A sort of file that is not HTML. */
export type TextLayout<Props> = (props: Props, bodies: Bodies) => string;
