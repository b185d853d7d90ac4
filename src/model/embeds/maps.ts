import { type Provider, parameterOf, pathOf } from "./provider.ts";

/** A place on a map as its address says it: degrees, and the zoom that doubles the scale with each step. */
interface View {
  readonly zoom: number;
  readonly latitude: number;
  readonly longitude: number;
}

const NUMBER = /^-?\d{1,3}(?:\.\d{1,20})?$/;

/** The layers of openstreetmap.org, by the letter that its addresses have for them, and as a frame takes them. */
const LAYERS: Readonly<Record<string, string>> = {
  Y: "cyclosm",
  C: "cyclemap",
  T: "transportmap",
  H: "hot",
};

export const openStreetMap: Provider = {
  name: "OpenStreetMap",
  hosts: ["openstreetmap.org", "www.openstreetmap.org", "osm.org", "www.osm.org"],
  frames: "https://www.openstreetmap.org",
  find(url) {
    if (pathOf(url, /^(\/(?:node|way|relation)\/\d{1,15})?$/) === undefined) return undefined;
    const hash = new URLSearchParams(url.hash.slice(1));
    const [zoom, latitude, longitude] = hash.get("map")?.split("/") ?? [];
    const marker = placeOf(url.searchParams.get("mlat"), url.searchParams.get("mlon"));
    const place = placeOf(latitude, longitude) ?? marker;
    if (!place) return undefined;
    const view = { ...place, zoom: latitude !== undefined ? zoomOf(zoom, 19) : 15 };
    return {
      kind: "map",
      id: `${view.zoom}/${degrees(view.latitude)}/${degrees(view.longitude)}`,
      shape: "map",
      path: ["export", "embed.html"],
      query: {
        bbox: boundsOf(view).map(degrees).join(","),
        layer: LAYERS[hash.get("layers")?.replaceAll(/[DN]/g, "") ?? ""] ?? "mapnik",
        marker: marker && `${degrees(marker.latitude)},${degrees(marker.longitude)}`,
      },
    };
  },
};

/** The pixels of a frame that a map is chosen for; a wider one shows more of its sides. */
const FRAME = { width: 640, height: 480 };
/** The most northern latitude of a square map of the world (EPSG:3857). */
const MAX_LATITUDE = 85.0511;

/**
 * West, south, east and north of what a frame shows around a place: at zoom 0 the world is 256 pixels wide and high in
 * the projection of Mercator (wiki.openstreetmap.org, "Zoom levels", "Mercator").
 */
export function boundsOf({ zoom, latitude, longitude }: View): [number, number, number, number] {
  const world = 256 * 2 ** zoom;
  const aside = ((FRAME.width / world) * 360) / 2;
  const upward = ((FRAME.height / world) * 2 * Math.PI) / 2;
  const y = Math.asinh(Math.tan((within(latitude, MAX_LATITUDE) * Math.PI) / 180));
  const latitudeOf = (up: number) => within((Math.atan(Math.sinh(y + up)) * 180) / Math.PI, MAX_LATITUDE);
  return [within(longitude - aside, 180), latitudeOf(-upward), within(longitude + aside, 180), latitudeOf(upward)];
}

/** What Google gives out under "Embed a map", its maps of one's own, and any address that names its middle. */
export const googleMaps: Provider = {
  name: "Google Maps",
  hosts: ["www.google.com", "google.com", "maps.google.com"],
  frames: "https://www.google.com",
  find(url) {
    const map = (id: string, path: readonly string[], query: Readonly<Record<string, string>>) =>
      ({ kind: "map", id, shape: "map", path, query }) as const;
    const embedded =
      url.pathname === "/maps/embed" && parameterOf(url, "pb", /^(?:!\d{1,3}[a-z][^!\p{C}]{0,200}){1,60}$/u);
    if (embedded) return map(embedded, ["maps", "embed"], { pb: embedded });
    const own =
      pathOf(url, /^\/maps\/d\/(?:u\/\d\/)?(viewer|embed|edit)$/) && parameterOf(url, "mid", /^[\w.-]{10,60}$/);
    if (own) return map(own, ["maps", "d", "embed"], { mid: own });
    const [latitude, longitude, zoom] =
      pathOf(
        url,
        /^\/maps(?:\/place\/[^/@]{1,300}|\/search\/[^/@]{1,300})?\/@(-?[\d.]{1,24}),(-?[\d.]{1,24}),([\d.]{1,6})z(?:\/data=[^/]{1,1500})?$/,
      ) ?? [];
    const [, ...marked] = /!3d(-?[\d.]{1,24})!4d(-?[\d.]{1,24})/.exec(url.pathname) ?? [];
    const middle = placeOf(latitude, longitude);
    if (!middle) return undefined;
    const place = placeOf(marked[0], marked[1]) ?? middle;
    const at = `${degrees(place.latitude)},${degrees(place.longitude)}`;
    return map(at, ["maps"], { q: at, z: String(zoomOf(zoom, 21)), output: "embed" });
  },
};

function placeOf(
  latitude: string | null | undefined,
  longitude: string | null | undefined,
): Pick<View, "latitude" | "longitude"> | undefined {
  if (!NUMBER.test(latitude ?? "") || !NUMBER.test(longitude ?? "")) return undefined;
  const place = { latitude: Number(latitude), longitude: Number(longitude) };
  return Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180 ? place : undefined;
}

/** A whole step, as frames take them; 15, a quarter of a town, where none can be read. */
const zoomOf = (written: string | undefined, most: number): number =>
  /^\d{1,2}(?:\.\d{1,20})?$/.test(written ?? "") ? Math.min(Math.round(Number(written)), most) : 15;

const within = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/** To a metre: what a processor makes of a sine beyond that is its own. */
const degrees = (value: number): string => String(Number(value.toFixed(5)));
