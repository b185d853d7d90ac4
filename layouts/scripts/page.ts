import { startColourSwitch } from "./colour-switch.ts";
import { keepForOffline } from "./offline.ts";
import { openSearchByKeys } from "./search-keys.ts";
import { startSharing } from "./share.ts";

// What every page loads when all that it shows is there. Each of these makes something better that is there without it.
startColourSwitch();
startSharing();
keepForOffline();
openSearchByKeys();
