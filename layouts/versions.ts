import type { Versions } from "../src/model/versions.ts";
import type { TextLayout } from "./layout.ts";

/** For whoever tells others what has changed: search engines by IndexNow, readers of feeds by WebSub. */
export const versions: TextLayout<Versions> = (props) => `${JSON.stringify(props)}\n`;

/** That a key is the site's (indexnow.org/documentation). */
export const indexNowKey: TextLayout<{ readonly key: string }> = ({ key }) => key;
