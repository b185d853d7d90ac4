/** Ships no types: of it, this is used. */
declare module "http-link-header" {
  export default class LinkHeader {
    static parse(value: string): LinkHeader;
    rel(relation: string): { readonly uri: string }[];
  }
}
