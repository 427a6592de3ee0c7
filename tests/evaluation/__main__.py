"""`python -m tests.evaluation`: ranks any folder of posts as the site would, and holds it against editors' links."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from pelican.settings import read_settings as read_pelican_settings
from pydantic import ValidationError

from plugins.newsroom.settings import read_settings
from plugins.related.settings import RelatedSettings
from tests.conftest import ROOT
from tests.evaluation.dont_miss import links, measure_choice, measure_places
from tests.evaluation.metrics import Judged, measure
from tests.evaluation.ranking import choose, dont_miss_settings, list_settings
from tests.evaluation.reading import Folder, read_folder

SETTINGS = ROOT / "pelicanconf.py"
THRESHOLDS = range(0, 241, 40)


class EvaluationError(Exception):
    """A reason to stop the command: one sentence for those who run it."""


def evaluate(arguments: argparse.Namespace) -> None:
    """Read, rank, write and print; raises EvaluationError."""
    judged = _judged(arguments.qrels) if arguments.qrels else {}
    settings: Mapping[str, Any] = read_pelican_settings(str(SETTINGS))
    publication = read_settings(RelatedSettings, settings, "RELATED")
    thresholds = [_threshold(publication, score) for score in arguments.thresholds]
    folder = _folder(arguments.corpus, settings)
    linked = _folder(arguments.linked, settings) if arguments.linked else None

    start = process_time()
    ranked = {slug: list(chosen.articles) for slug, chosen in choose(folder.posts, list_settings(publication)).items()}
    print(f"ranked in {process_time() - start:.1f} CPU s")
    if arguments.out:
        _write(arguments.out, ranked)
    if judged:
        _print_ranking(ranked, judged)
        _print_choice(folder, publication, thresholds, judged)
    if judged and linked:
        _print_places(folder, linked, judged)


def _folder(path: Path | None, settings: Mapping[str, Any]) -> Folder:
    if path is None:
        raise EvaluationError("name a folder of posts: make eval-related CORPUS=folder")
    if not path.is_dir():
        raise EvaluationError(f"there is no folder {path}")
    start = process_time()
    folder = read_folder(path, settings)
    for note in folder.notes:
        print(note, file=sys.stderr)
    if not folder.posts:
        raise EvaluationError(f"no post could be read in {path}; it should have .md, .markdown or .html files")
    words = sum(post.words for post in folder.posts)
    print(
        f"{path}: {len(folder.posts):,} posts, {words:,} words, read in {process_time() - start:.1f} CPU s", flush=True
    )
    return folder


def _judged(path: Path) -> Judged:
    """Return the links of editors, from JSON: {source: {target: gain}} or {source: [targets]}."""
    try:
        found = json.loads(path.read_bytes())
        return {
            str(source): {str(target): float(targets[target]) for target in targets}
            if isinstance(targets, dict)
            else {str(target): 1.0 for target in targets}
            for source, targets in found.items()
        }
    except OSError as error:
        raise EvaluationError(f"{path} cannot be read ({error.strerror})") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise EvaluationError(f'{path} is not JSON of the form {{"source": {{"target": 1}}}} ({error})') from error


def _threshold(publication: RelatedSettings, score: int) -> tuple[int, RelatedSettings]:
    try:
        return score, dont_miss_settings(publication, score)
    except ValidationError as error:
        raise EvaluationError(f"{score} is no dont_miss_score ({error.errors()[0]['msg']})") from error


def _write(path: Path, ranked: Mapping[str, Sequence[str]]) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(ranked, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise EvaluationError(f"{path} cannot be written ({error.strerror})") from error
    print(f"{path}: {len(ranked):,} lists")


def _print_ranking(ranked: Mapping[str, Sequence[str]], judged: Judged) -> None:
    unknown = sum(slug not in ranked for slug in judged)
    if unknown:
        print(f"{unknown} of {len(judged)} slugs in QRELS are no post of the folder; they score 0", file=sys.stderr)
    found = measure(ranked, judged)
    print("\nnDCG@10    95 %  recall@3  recall@10  MRR@10  hit@3  queries")
    print(
        f"{found.means.ndcg_10:7.4f} ±{found.half_width:.4f}  {found.means.recall_3:8.4f}  {found.means.recall_10:9.4f}"
        f"  {found.means.mrr_10:6.4f}  {found.means.hit_3:.3f}  {found.queries:7}"
    )


def _print_choice(
    folder: Folder, publication: RelatedSettings, thresholds: Sequence[tuple[int, RelatedSettings]], judged: Judged
) -> None:
    print("\nDon't miss: dont_miss_score, share of articles that get one, share of these that an editor had linked to")
    for score, settings in thresholds:
        found = measure_choice(choose(folder.posts, settings), judged)
        print(f"{score:7}  {found.share:7.3f}  {found.hits:7.3f}")


def _print_places(folder: Folder, linked: Folder, judged: Judged) -> None:
    found = links(folder.posts, linked.posts, judged)
    print(f"\nDon't miss: place of the line against that of {len(found):,} links")
    print(f"{'':20}  exact    95 %  within one  mean distance in blocks")
    for rule, placed in measure_places(found).items():
        print(
            f"{rule:20}  {placed.exact:.3f}  ±{placed.exact_half_width:.3f}  {placed.within_one:10.3f}"
            f"  {placed.distance:13.2f}"
        )


def _path(text: str) -> Path | None:
    return Path(text).expanduser() if text.strip() else None


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make eval-related", description=__doc__)
    parser.add_argument("--corpus", type=_path, help="folder of posts")
    parser.add_argument("--qrels", type=_path, help="JSON of what editors linked: {source: {target: 1}}")
    parser.add_argument("--out", type=_path, help="file for the ranked lists: {slug: [ten slugs]}")
    parser.add_argument("--linked", type=_path, help="folder of the same posts with their links as published")
    parser.add_argument("--thresholds", type=int, nargs="*", default=THRESHOLDS, help="scores for the don't-miss")
    return parser.parse_args(words)


def main(words: Sequence[str] | None = None) -> int:
    """Return the exit status: 1 if a file is missing or nothing could be read."""
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a stream of the terminal or a file
    try:
        evaluate(_arguments(words))
    except EvaluationError as error:
        print(f"eval-related: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
