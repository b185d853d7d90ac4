import { renderToString } from "preact-render-to-string";
import { holdsForms } from "../../src/model/forms.ts";
import { FiguresTable } from "../parts/FiguresTable.tsx";
import { FormSource } from "../parts/FormSource.tsx";
import { Gallery } from "../parts/Gallery.tsx";
import { type FormPrinters, Text, type TextLanguage } from "./forms.tsx";

/** For feeds, whose readers have styles and widths of their own: complete, and plain. */
const IN_FEEDS: FormPrinters = {
  embed: ({ kind, provider, title, url, isPaid, words }) => (
    <p>
      <a href={url} rel={isPaid ? "sponsored" : undefined}>
        {title ?? words.embeds[kind].title(provider)}
      </a>
    </p>
  ),
  // Its words stand in the text.
  "pull-quote": () => null,
  "fact-box": ({ title, children }) => (
    <aside>
      <h3>{title}</h3>
      {children}
    </aside>
  ),
  "key-points": ({ title, words, children }) => (
    <section>
      <h3>{title ?? words.forms.keyPoints}</h3>
      {children}
    </section>
  ),
  "data-table": ({ caption, source, words, children }) => (
    <figure>
      <figcaption>{caption}</figcaption>
      {children}
      <FormSource source={source} words={words} />
    </figure>
  ),
  // Feed readers leave drawings out, and the figures are what it says.
  chart: ({ title, unit, source, figures, language, words }) => (
    <figure>
      <figcaption>{unit === undefined ? title : `${title} (${unit})`}</figcaption>
      <FiguresTable figures={figures} language={language} />
      <FormSource source={source} words={words} />
    </figure>
  ),
  gallery: Gallery,
};

/** For the search: the words of the story, none of the interface, and no attribute with words in it. */
const IN_SEARCH: FormPrinters = {
  embed: ({ title }) => (title === undefined ? null : <p>{title}</p>),
  "pull-quote": () => null,
  "fact-box": ({ title, children }) => (
    <>
      <p>{title}</p>
      {children}
    </>
  ),
  "key-points": ({ children }) => <>{children}</>,
  "data-table": ({ caption, source, children }) => (
    <>
      <p>{caption}</p>
      {children}
      {source && <p>{source.name}</p>}
    </>
  ),
  chart: ({ title, unit, source, figures: { labels, dates, series } }) => (
    <>
      <p>{[title, unit, ...series.map(({ name }) => name), source?.name].filter(Boolean).join(" · ")}</p>
      {!dates && <p>{labels.join(" · ")}</p>}
    </>
  ),
  gallery: ({ pictures }) => (
    <>
      {pictures.map(({ image: { alt }, caption, credit }) => (
        <p>{[alt, caption, credit].filter(Boolean).join(" · ")}</p>
      ))}
    </>
  ),
};

/** A rendered text as feeds have it. */
export const textForFeeds = (html: string, text: TextLanguage): string => plain(html, text, IN_FEEDS);

/** A rendered text as the search index has it. */
export const textForSearch = (html: string, text: TextLanguage): string => plain(html, text, IN_SEARCH);

const plain = (html: string, text: TextLanguage, printers: FormPrinters): string =>
  holdsForms(html) ? renderToString(<Text html={html} text={text} printers={printers} />) : html;
