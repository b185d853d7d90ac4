import type { Starter } from "../starter.ts";

export const ES: Starter = {
  tagline: "Las noticias tal como las encontramos",
  author: { slug: "redaccion", name: "La redacción" },
  biography: "Quienes escribimos aquí. Cada firma puede tener su propia página: un archivo junto a este.",
  biographyOf: (name) => `${name} escribe en este periódico.`,
  sections: [
    { slug: "noticias", name: "Noticias", description: "Lo que ha pasado." },
    { slug: "opinion", name: "Opinión", description: "Lo que pensamos de ello." },
  ],
  sectionDescription: (name) => `Artículos de la sección ${name}.`,
  tag: { slug: "nuestro-periodico", name: "Nuestro periódico", description: "Cómo se hace este periódico." },
  about: {
    title: "Quiénes somos",
    summary: (newspaper) => `Quiénes hacemos ${newspaper} y cómo escribirnos.`,
    text: (
      newspaper,
    ) => `Todavía nadie ha escrito quién hace ${newspaper}, quién lo paga y cómo se puede hablar con la redacción. Es aquí donde
se busca.`,
  },
  story: {
    title: "El periódico está listo: cinco cosas que hacer primero",
    summary:
      "Este artículo lo escribió un programa al crear el sitio. Explica cómo llegar al primer artículo de verdad.",
    text: ({
      url,
      file,
    }) => `Esto no lo ha escrito ningún periodista. Vino con el sitio, muestra qué aspecto tiene un artículo y se puede borrar.

## Ver el sitio

\`npm run dev\` muestra el periódico en su propia máquina, también los borradores, y de nuevo tras cada cambio.

## Decir quiénes son

Lo que se preguntó está en \`content/settings.yaml\`: el nombre, la dirección, las secciones. Después escriba
[la página sobre ustedes](../../../pages/about.md) y dé a cada firma un archivo en \`content/authors/\`.

## Escribir un artículo

\`npm run new -- "Titular"\` crea el archivo. Un artículo es Markdown, precedido de unas líneas que dicen quién lo escribió y
cuándo. Mientras tenga \`draft: true\`, nadie más lo ve.

## Revisarlo

\`npm run check\` nombra cada error con su archivo, su línea y lo que hay que hacer. \`npm run addresses\` recuerda las
direcciones nuevas, para que ninguna se pierda después. Haga commit de ambas cosas y push: así se publica.

## Borrar este artículo

Borre \`${file}\` y deje ir su dirección:

\`\`\`
npm run addresses -- --forget ${url}
\`\`\``,
  },
};
