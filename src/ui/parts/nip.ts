// A NIP that slipped into free text. It names a person for good, and what is typed there is exported as it stands.

/** Day of birth, year, two more digits, 1 or 2, three digits: written in one, or in groups. */
const NIP = /(?<!\d)(?:19|20)\d\d[\s.-]?(?:0[1-9]|1[0-2])[\s.-]?(?:0[1-9]|[12]\d|3[01])[\s.-]*(?:\d[\s.-]*){6}[12](?:[\s.-]*\d){3}(?!\d)/;

/** Whether something in it looks like a NIP or NI PPPK of 18 digits. */
export function hasNip(text: string): boolean {
  return NIP.test(text);
}
