/** What newsrooms write where a text is still to come, misspelt so that nobody takes it for one. */
export const TO_COME = "TK";
