"""The measure of the search, on queries whose answers are known."""

import json
from pathlib import Path

import pytest

from deploy.measures.search_quality import Quality, main, quality, rank
from shared.catalog.answer import Answer, Elsewhere

AWAY = Elsewhere("divorce", {"vi": "Ly hôn"}, {"vi": "Tòa án"})


def test_figures_are_told_by_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    queries = tmp_path / "queries.json"
    asked = [
        {"query": "đăng ký kết hôn", "wants": ["1.000894"], "kind": "plain", "note": "x"},
        {"query": "ly hôn", "wants": [], "kind": "scope"},
        {"query": "thả diều", "wants": ["9.999999"], "kind": "plain"},
        {"query": "đăng ký kết hôn", "wants": ["1.004222"], "kind": "wrong"},
    ]
    queries.write_text(json.dumps(asked), encoding="utf-8")
    assert main([str(queries), "--misses"]) == 0
    out = capsys.readouterr().out
    assert "135 procedures; 1 queries left out" in out
    assert "  missed: đăng ký kết hôn -> 1.000894" in out
    assert "plain                    1  top-1 100.0%  top-3 100.0%  MRR 1.000" in out
    assert "scope                    1  top-1 100.0%" in out
    assert "all                      3  top-1  66.7%" in out


def test_without_queries_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.json")]) == 0
    assert "no queries to measure with" in capsys.readouterr().out


def test_ranks() -> None:
    answer = Answer("x", ("a", "b", "c"))
    assert [rank(answer, ["c"]), rank(answer, ["z"]), rank(answer, [])] == [3, 0, 0]
    assert [rank(Answer("x"), []), rank(Answer("x", out_of_scope=AWAY), [])] == [1, 1]


def test_shares() -> None:
    assert quality([1, 2, 0, 4]) == Quality(4, 0.25, 0.5, 0.4375)
    assert quality([]) == Quality(0, 0.0, 0.0, 0.0)
