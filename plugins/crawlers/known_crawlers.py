"""The crawlers that ask for `robots.txt`, by purpose: names, operators and purposes.

Names come and go; a publication can say of any other in `CRAWLERS["agents"]`. From a public list and
general knowledge of November 2026, not from each operator's own page.
"""

from typing import Literal, NamedTuple

Purpose = Literal["search", "ai_search", "ai_training"]


class Crawler(NamedTuple):
    """A name that rules may be for."""

    name: str
    operator: str
    purpose: Purpose


_TABLE: tuple[tuple[str, str, Purpose], ...] = (
    ("Googlebot", "Google", "search"),
    ("Bingbot", "Microsoft", "search"),
    ("DuckDuckBot", "DuckDuckGo", "search"),
    ("YandexBot", "Yandex", "search"),
    ("Baiduspider", "Baidu", "search"),
    ("Yeti", "Naver", "search"),
    ("SeznamBot", "Seznam", "search"),
    ("Qwantbot", "Qwant", "search"),
    ("Applebot", "Apple", "search"),
    ("PetalBot", "Huawei", "search"),
    ("OAI-SearchBot", "OpenAI", "ai_search"),
    ("ChatGPT-User", "OpenAI", "ai_search"),
    ("Claude-SearchBot", "Anthropic", "ai_search"),
    ("Claude-User", "Anthropic", "ai_search"),
    ("PerplexityBot", "Perplexity", "ai_search"),
    ("Perplexity-User", "Perplexity", "ai_search"),
    ("MistralAI-User", "Mistral", "ai_search"),
    ("DuckAssistBot", "DuckDuckGo", "ai_search"),
    ("Amzn-SearchBot", "Amazon", "ai_search"),
    ("meta-externalfetcher", "Meta", "ai_search"),
    ("YouBot", "You.com", "ai_search"),
    ("GPTBot", "OpenAI", "ai_training"),
    ("ClaudeBot", "Anthropic", "ai_training"),
    ("anthropic-ai", "Anthropic", "ai_training"),
    ("Google-Extended", "Google", "ai_training"),
    ("Google-CloudVertexBot", "Google", "ai_training"),
    ("Applebot-Extended", "Apple", "ai_training"),
    ("meta-externalagent", "Meta", "ai_training"),
    ("Amazonbot", "Amazon", "ai_training"),
    ("Bytespider", "ByteDance", "ai_training"),
    ("CCBot", "Common Crawl", "ai_training"),
    ("cohere-training-data-crawler", "Cohere", "ai_training"),
    ("AI2Bot", "Ai2", "ai_training"),
    ("Diffbot", "Diffbot", "ai_training"),
    ("omgili", "Webz.io", "ai_training"),
)
KNOWN_CRAWLERS = tuple(map(Crawler._make, _TABLE))
"""Search engines, then those that answer with sources, then those that gather texts for models."""
