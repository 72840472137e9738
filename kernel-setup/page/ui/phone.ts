/** A phone, upright or on its side, and any window as narrow; page.css says the same. */
const PHONE = "(max-width: 700px), (max-height: 500px) and (pointer: coarse)";

const phone = matchMedia(PHONE);

/** Whether the page is shown on a phone. */
export const isPhone = (): boolean => phone.matches;

/** Calls back at once, and each time the page becomes one for a phone, or none any more. */
export function followPhone(follow: (isPhone: boolean) => void): void {
  phone.addEventListener("change", () => follow(phone.matches));
  follow(phone.matches);
}
