"""Schemas of sitemaps, written from sitemaps.org/protocol.html and Google's pages on pictures, news and languages."""

from functools import cache

from lxml import etree

PROTOCOL = "http://www.sitemaps.org/schemas/sitemap/0.9"
IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
_ADDRESS = """<xs:simpleType name="address"><xs:restriction base="xs:anyURI">
    <xs:minLength value="12"/><xs:maxLength value="2047"/><xs:pattern value="https?://[!-~]+"/>
    </xs:restriction></xs:simpleType>"""
_TIME = r"""<xs:simpleType name="time"><xs:union>
    <xs:simpleType><xs:restriction base="xs:date"/></xs:simpleType>
    <xs:simpleType><xs:restriction base="xs:dateTime"><xs:pattern value=".+(Z|[+-]\d\d:\d\d)"/></xs:restriction>
    </xs:simpleType></xs:union></xs:simpleType>"""
_TYPES = _ADDRESS + _TIME


def _schema(namespace: str, body: str) -> str:
    return (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{namespace}" xmlns="{namespace}" '
        f'elementFormDefault="qualified">{body}{_TYPES}</xs:schema>'
    )


INDEX_SCHEMA = _schema(
    PROTOCOL,
    """<xs:element name="sitemapindex"><xs:complexType><xs:sequence>
    <xs:element name="sitemap" maxOccurs="50000"><xs:complexType><xs:sequence>
      <xs:element name="loc" type="address"/><xs:element name="lastmod" type="time" minOccurs="0"/>
    </xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>""",
)
URLS_SCHEMA = _schema(
    PROTOCOL,
    """<xs:element name="urlset"><xs:complexType><xs:sequence>
    <xs:element name="url" minOccurs="0" maxOccurs="50000"><xs:complexType><xs:sequence>
      <xs:element name="loc" type="address"/><xs:element name="lastmod" type="time" minOccurs="0"/>
      <xs:any namespace="##other" processContents="lax" minOccurs="0" maxOccurs="unbounded"/>
    </xs:sequence></xs:complexType></xs:element>
    </xs:sequence></xs:complexType></xs:element>""",
)
IMAGE_SCHEMA = _schema(
    IMAGE,
    """<xs:element name="image"><xs:complexType><xs:sequence>
    <xs:element name="loc" type="address"/></xs:sequence></xs:complexType></xs:element>""",
)
NEWS_SCHEMA = _schema(
    NEWS,
    """<xs:element name="news"><xs:complexType><xs:sequence>
    <xs:element name="publication"><xs:complexType><xs:sequence>
      <xs:element name="name"><xs:simpleType><xs:restriction base="xs:string"><xs:pattern value="[^()]+"/>
      </xs:restriction></xs:simpleType></xs:element>
      <xs:element name="language"><xs:simpleType><xs:restriction base="xs:string">
        <xs:pattern value="zh-cn|zh-tw|[a-y][a-z]{1,2}|z[a-gi-z][a-z]?"/></xs:restriction></xs:simpleType></xs:element>
    </xs:sequence></xs:complexType></xs:element>
    <xs:element name="publication_date" type="time"/>
    <xs:element name="title"><xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="1"/></xs:restriction>
    </xs:simpleType></xs:element>
    </xs:sequence></xs:complexType></xs:element>""",
)
LINK_SCHEMA = _schema(
    XHTML,
    """<xs:element name="link"><xs:complexType>
    <xs:attribute name="rel" fixed="alternate" use="required"/>
    <xs:attribute name="hreflang" type="xs:string" use="required"/>
    <xs:attribute name="href" type="address" use="required"/></xs:complexType></xs:element>""",
)


@cache
def _compiled(text: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.fromstring(text))


def checked(document: bytes) -> etree._Element:
    """Return the root of a sitemap that is as its schemas say. Raises DocumentInvalid."""
    root = etree.fromstring(document)
    _compiled(INDEX_SCHEMA if root.tag == f"{{{PROTOCOL}}}sitemapindex" else URLS_SCHEMA).assertValid(root)
    for namespace, schema in ((IMAGE, IMAGE_SCHEMA), (NEWS, NEWS_SCHEMA), (XHTML, LINK_SCHEMA)):
        for element in root.iterfind(f"*/{{{namespace}}}*"):
            _compiled(schema).assertValid(etree.fromstring(etree.tostring(element)))
    return root


def texts(root: etree._Element, path: str) -> list[str]:
    """Return the texts at a path, whose names have the prefixes `s`, `image` and `news`."""
    return [element.text or "" for element in root.iterfind(path, {"s": PROTOCOL, "image": IMAGE, "news": NEWS})]
