import { DEV_FILES } from "../../model/urls.ts";

/** Where the dev server tells open pages of edits. */
export const RELOAD = `${DEV_FILES}reload`;
export const OVERLAY = `${DEV_FILES}overlay.js`;
export const DESK_STYLES = `${DEV_FILES}desk.css`;
