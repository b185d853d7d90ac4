/** Shows the ways to pass a story on that need a script: the device's own sheet, and the clipboard. */
export function startSharing(): void {
  const [share, copy] = ["[data-share]", "[data-copy]"].map((part) => document.querySelector<HTMLButtonElement>(part));
  const url = document.querySelector<HTMLLinkElement>("link[rel=canonical]")?.href ?? location.href;
  // Desktops have the clipboard, and their sheets say little; a phone's sheet has a copy button of its own.
  if (share && "share" in navigator && matchMedia("(pointer: coarse)").matches) {
    share.hidden = false;
    share.onclick = () =>
      navigator.share({ title: document.title, url }).catch((error: DOMException) => {
        // A reader who closes the sheet again has not failed at anything.
        if (error.name !== "AbortError") throw error;
      });
  } else if (copy && "clipboard" in navigator) {
    copy.hidden = false;
    copy.onclick = async () => {
      const status = document.querySelector<HTMLElement>("[data-copied]");
      await navigator.clipboard.writeText(url);
      if (status) status.textContent = status.dataset["copied"] ?? "";
    };
  }
}
