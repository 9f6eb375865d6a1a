from shared.config.defaults import completed, in_languages


def test_missing_sections_are_taken_over() -> None:
    document = completed({})
    assert document["counter"] == [{"label": "1"}]
    assert document["calls"]["calls_before_missed"] == 3


def test_tables_are_filled_key_by_key() -> None:
    hall = completed({"hall": {"hours": {"sat": []}}})["hall"]
    assert hall["hours"] == {"sat": []}
    assert hall["day_change"] == "00:00"


def test_lists_are_the_halls_own() -> None:
    assert completed({"category": []})["category"] == []
    assert completed({"rating": {"reason": []}})["rating"]["reason"] == []


def test_known_entries_get_the_words_they_lack() -> None:
    document = completed({"category": [{"id": "elderly", "min_age": 80}, {"id": "new"}, 3]})
    elderly = {"id": "elderly", "name": {"vi": "Người cao tuổi (từ {age} tuổi)"}, "min_age": 80}
    assert document["category"] == [elderly, {"id": "new"}, 3]


def test_known_levels_get_the_words_they_lack() -> None:
    level = completed({"rating": {"level": [{"id": "satisfied"}]}})["rating"]["level"]
    assert level == [{"id": "satisfied", "name": {"vi": "Hài lòng"}}]


def test_entries_with_odd_ids_stay_as_they_are() -> None:
    assert completed({"category": [{"id": []}, {}]})["category"] == [{"id": []}, {}]


def test_the_halls_languages_choose_the_words() -> None:
    document = completed({"hall": {"languages": ["vi", "en", 3]}})
    assert document["category"][0]["name"] == {
        "vi": "Người cao tuổi (từ {age} tuổi)",
        "en": "Elderly people (from {age})",
    }


def test_odd_documents_are_left_to_the_checks() -> None:
    assert completed({"hall": 3, "rating": []}) | {"hall": 3, "rating": []} == completed(
        {"hall": 3, "rating": []}
    )
    assert completed({"hall": {"languages": "vi"}})["hall"]["languages"] == "vi"


def test_only_tables_of_texts_lose_languages() -> None:
    value = {"name": {"vi": "A", "en": "B"}, "list": [{"vi": "A", "fr": "C"}], "en": 1}
    assert in_languages(value, ["vi", "fr"]) == {
        "name": {"vi": "A"},
        "list": [{"vi": "A", "fr": "C"}],
        "en": 1,
    }
