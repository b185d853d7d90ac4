import { startColourSwitch } from "./colour-switch.ts";

// What every page loads. Each of these makes something better that is there without it.
startColourSwitch();
