/** A style sheet that a script puts into the page when it is wanted, as text. */
declare module "*.css" {
  const text: string;
  export default text;
}
