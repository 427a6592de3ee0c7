from plugins.publish.headers.server_rules import both_forms, caddy_rules, nginx_rules
from plugins.publish.site.address_rules import AddressRules


def test_a_site_without_redirects_has_no_rules_for_them() -> None:
    assert nginx_rules(AddressRules()) == caddy_rules(AddressRules()) == ""


def test_nginx_gets_a_location_for_each_address() -> None:
    rules = AddressRules(redirects={'/a "b" \\ $c/': "/new/$1"}, gone=("/gone/",))

    assert nginx_rules(rules).splitlines() == [
        'location = "/a \\"b\\" \\\\ $c/" { return 301 "/new/%241"; }',
        "error_page 410 /404.html;",
        'location = "/gone/" { return 410; }',
        'location = "/gone" { return 410; }',
    ]


def test_caddy_gets_no_rule_for_an_address_that_it_cannot_be_told() -> None:
    rules = AddressRules(redirects={"/{host}/": "/new/", "/a\\b/": "/new/"}, gone=("/{path}/",))

    assert caddy_rules(rules) == ""


def test_an_address_is_never_said_twice() -> None:
    assert list(both_forms(("/", "/a", "/a/"))) == ["/", "/a", "/a/"]
