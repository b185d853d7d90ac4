import { describe, expect, test } from "vitest";
import { HOST_FORMATS } from "../../src/site/host-formats.ts";
import { hostRules } from "../../src/site/host-headers.ts";

// nginx 1.22, Caddy 2.6 and Apache 2.4 were each asked for 17 addresses with what these write, and sent what a preview does.
const RULES = hostRules(`/*
  Content-Security-Policy: default-src 'none'
  Cache-Control: public, max-age=0

/assets/*
  ! Cache-Control
  Cache-Control: immutable

/:sort/:list/feed.json
  Content-Type: application/feed+json; charset=utf-8
`);

describe("the headers are written", () => {
  test("for nginx as maps, in which the first that fits counts, and types as locations", () => {
    const text = HOST_FORMATS.nginx(RULES);
    expect(text).toMatch(
      /map \$uri \$site_cache_control \{\n {2}"~\^\/assets\/\.\*\$" "immutable";\n {2}"~\^\/\.\*\$"/,
    );
    expect(text).toContain("add_header Content-Security-Policy $site_content_security_policy always;");
    expect(text).toContain(
      'location ~ "^/[^/]+/[^/]+/feed\\.json$" { types { } default_type "application/feed+json; charset=utf-8"; }',
    );
    expect(text).not.toContain("add_header Content-Type");
  });

  test("for Caddy as a route, in which the last that fits counts", () => {
    const lines = HOST_FORMATS.caddy(RULES).split("\n");
    expect(lines).toContain("\t@site1 path_regexp ^/assets/.*$");
    expect(lines.indexOf('\theader Cache-Control "public, max-age=0"')).toBeGreaterThan(lines.indexOf("route {"));
    expect(lines.indexOf('\theader @site1 Cache-Control "immutable"')).toBeGreaterThan(
      lines.indexOf('\theader Cache-Control "public, max-age=0"'),
    );
  });

  test("for Apache as sections, in which the last that fits counts", () => {
    const text = HOST_FORMATS.apache(RULES);
    expect(text).toContain(`Header always set Content-Security-Policy "default-src 'none'"\n`);
    expect(text).toContain(
      '<If "%{REQUEST_URI} =~ m#^/assets/.*$#">\n  Header always set Cache-Control "immutable"\n</If>',
    );
    expect(text).toContain('  ForceType "application/feed+json; charset=utf-8"\n');
  });
});
