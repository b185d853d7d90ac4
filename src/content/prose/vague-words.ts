/** What says nothing of where a link leads (WCAG 2.2, technique G91), in the languages that the interface speaks. */
const VAGUE: Readonly<Record<string, readonly string[]>> = {
  en: ["click here", "click", "here", "link", "this link", "this", "more", "read more", "learn more", "this page"],
  es: ["haga clic aquí", "haz clic aquí", "clic aquí", "pulse aquí", "aquí", "enlace", "más", "leer más", "ver más"],
  zh: ["点击这里", "点击此处", "这里", "此处", "链接", "更多", "查看更多", "阅读更多", "點擊這裡", "這裡", "連結"],
  ar: ["اضغط هنا", "انقر هنا", "هنا", "الرابط", "رابط", "المزيد", "اقرأ المزيد"],
};

const words = new Map(Object.entries(VAGUE).map(([language, list]) => [language, new Set(list)]));

/** Whether a link's words say nothing in a language (BCP 47). */
export function isVague(text: string, language: string): boolean {
  const bare = text
    .toLowerCase()
    .replace(/[\p{P}\p{S}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return words.get(language.split("-", 1)[0] ?? "")?.has(bare) ?? false;
}
