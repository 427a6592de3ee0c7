"""A function for CloudFront: redirects, gone addresses, and the page behind an address that ends with a slash."""

import json
from collections.abc import Iterable
from string import Template

from plugins.publish.errors import PublishError
from plugins.publish.headers.server_rules import both_forms
from plugins.publish.site.address_rules import AddressRules

LARGEST = 10_240
"""Bytes that CloudFront takes as one function."""

_CODE = Template("""\
// Made by `make headers FORMAT=cloudfront-function`, for the event viewer-request.$left
var moved = $moved;
var gone = $gone;
var files = $files;
function answer(status, text, headers, body) {
  var made = { statusCode: status, statusDescription: text, headers: headers };
  if (body) made.body = { encoding: "text", data: body };
  return made;
}
function lead(to) {
  return answer(301, "Moved Permanently", { location: { value: to }, "cache-control": { value: "$fresh" } });
}
function handler(event) {
  var request = event.request, path = request.uri;
  try { path = decodeURIComponent(path); } catch (error) {}
  var folder = path.replace(/\\/?$$/, "/");
  var to = moved.hasOwnProperty(path) ? moved[path] : moved.hasOwnProperty(folder) ? moved[folder] : "";
  if (to) return lead(to);
  if (gone.indexOf(path) >= 0) {
    return answer(410, "Gone", { "content-type": { value: "text/html; charset=utf-8" } },
      "<!doctype html><title>410</title><p><a href=\\"$home\\">410 Gone</a>");
  }
  if (path === folder) request.uri = request.uri + "index.html";
  else if (path.lastIndexOf(".") < path.lastIndexOf("/") && files.indexOf(path) < 0) {
    return lead(request.uri.replace(/^[\\/\\\\]+/, "/") + "/");
  }
  return request;
}
""")


def cloudfront_function(rules: AddressRules, files: Iterable[str], prefix: str, fresh: str) -> str:
    """Return the code, with as many redirects as it has room for; the others have their pages.

    Args:
        rules: redirects and gone addresses
        files: paths of the site, some of which have no suffix: their addresses are not those of folders
        prefix: path of SITEURL, without a slash at its end
        fresh: Cache-Control of redirects
    """
    bare = sorted(f"{prefix}/{path}" for path in files if "." not in path.rpartition("/")[2])
    moved, gone = dict(rules.redirects), list(rules.gone)
    while True:
        code = _CODE.substitute(
            moved=_json(moved),
            gone=_json(list(both_forms(gone))),
            files=_json(bare),
            home=f"{prefix}/",
            fresh=fresh,
            left=_left_out(rules, len(moved), len(gone)),
        )
        over = len(code.encode()) - LARGEST
        if over <= 0:
            return code
        if not moved and not gone:
            what = f"{len(bare):,} files without a suffix leave no room in a function of CloudFront"
            raise PublishError(f"{what}; give them suffixes, or use the website address of the bucket as origin")
        _shorten(moved, gone, over)


def _left_out(rules: AddressRules, moved: int, gone: int) -> str:
    """Return a comment on the rules that have no room, on a line of its own; empty where all have."""
    left = len(rules.redirects) + len(rules.gone) - moved - gone
    return (
        f"\n// {left:,} rules have no room here: redirects have their pages, and what is gone answers 404."
        if left
        else ""
    )


def _shorten(moved: dict[str, str], gone: list[str], over: int) -> None:
    """Take redirects from the end, then gone addresses, so many that at least `over` bytes go."""
    while over > 0 and (moved or gone):
        taken = dict([moved.popitem()]) if moved else list(both_forms([gone.pop()]))
        over -= len(_json(taken).encode()) - 1  # without brackets, with a comma


def _json(value: object) -> str:
    """Return a value as JavaScript: these two ends of a line may stand in JSON, and in no text of older JavaScript."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
