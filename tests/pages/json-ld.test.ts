import { describe, expect, test } from "vitest";
import { ASSETS, newsroomOf, print } from "./newspaper.ts";

const paper = print(await newsroomOf("full"));

/** What a page says first, as a search engine reads it. */
function dataOf(url: string) {
  const $ = paper.html(url);
  const scripts = $("script[type='application/ld+json']");
  expect(scripts.length, url).toBe(1);
  return [JSON.parse(scripts.text())].flat()[0];
}

describe("the data for search engines", () => {
  test("of a story says who wrote what, when, with the offset, and where it stands", () => {
    expect(dataOf("/2023/02/huawei-pier/")).toMatchObject({
      "@context": "https://schema.org",
      "@type": "NewsArticle",
      headline: "华为 lights the pier",
      description: "What was seen from the quay that day.",
      url: "https://harbour-courier.example/2023/02/huawei-pier/",
      inLanguage: "en-GB",
      datePublished: "2023-02-10T18:45:00+00:00",
      dateModified: "2023-02-12T08:00:00+00:00",
      image: [expect.stringMatching(/^https:\/\/harbour-courier\.example\/images\/pier-/)],
      author: [
        {
          "@type": "Person",
          name: 'Li Wei 李伟 & Sons <Ltd> "Quay"',
          url: "https://harbour-courier.example/authors/li-wei/",
        },
      ],
      publisher: { "@type": "NewsMediaOrganization", name: "Harbour Press", url: "https://press.example/" },
      articleSection: "Explainers",
      keywords: ["华为", "Ferries"],
    });
  });

  test("calls a desk an organisation", () => {
    expect(dataOf("/2024/02/footnotes/").author).toMatchObject([{ "@type": "Organization", name: "Harbour Desk" }]);
  });

  test("has every time of every story with its offset", () => {
    for (const { url } of paper.publication.articles) {
      const { datePublished, dateModified } = dataOf(decodeURI(url));
      for (const time of [datePublished, dateModified]) expect(time).toMatch(/T\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
    }
  });

  test("never says that a story was changed before it was published", () => {
    // Published at two in the afternoon, updated "on that day", which began at midnight.
    expect(dataOf("/2025/03/quay-closed/")).toMatchObject({
      datePublished: "2025-03-03T14:00:00+00:00",
      dateModified: "2025-03-03T14:00:00+00:00",
    });
  });

  test("cannot be broken out of by a headline that ends a script", () => {
    const text = paper.text("/2023/06/markup/");
    const [script = ""] = text.split('<script type="application/ld+json">').slice(1);
    expect(script.split("</script>")[0]).not.toContain("<");
    expect(dataOf("/2023/06/markup/").headline).toBe(
      "“Tea & <b>biscuits</b>” </script><script>alert(1)</script> <!-- ]]>",
    );
  });

  test("of an author says what they are called, do and are found under", () => {
    expect(dataOf("/authors/ada-okafor/")).toMatchObject({
      "@type": "ProfilePage",
      mainEntity: {
        "@type": "Person",
        name: "Ada Okafor",
        alternateName: ["A. O.", "The Lamplighter"],
        jobTitle: "Harbour correspondent",
        knowsAbout: ["Ferries", "Tides"],
        sameAs: ["https://ada.example/"],
        image: expect.stringMatching(/^https:\/\/harbour-courier\.example\/images\/ada-okafor-/),
        worksFor: { "@type": "NewsMediaOrganization", name: "Harbour Press" },
      },
    });
  });

  test("of the front page names the newspaper and who publishes it", () => {
    expect(dataOf("/")).toMatchObject({
      "@type": "WebSite",
      name: "The Harbour Courier",
      url: "https://harbour-courier.example/",
      publisher: {
        "@type": "NewsMediaOrganization",
        name: "Harbour Press",
        logo: `https://harbour-courier.example${ASSETS.icons.large}`,
        sameAs: ["https://social.example/@harbour"],
        correctionsPolicy: "https://harbour-courier.example/corrections-policy/",
        publishingPrinciples: "https://harbour-courier.example/about/",
      },
    });
  });
});
