"""What the dispenser offers: three levels, search, and why not now."""

from dataclasses import replace

from shared.domain.errors import NumbersUsedUp, OnBreak, OnHoliday, QuotaUsedUp
from shared.domain.ids import FieldId, ServiceId
from shared.domain.plan import Field, Plan
from shared.i18n import Words
from shared.protocol.messages import Topic
from shared.protocol.session import LinkChanged, LinkState
from shared.protocol.topics import DispenserNow, ServiceNow, Setup
from tests.fakes.halls import BIRTH, COPIES, ELDERLY, LAND, named, small_devices, small_plan
from tests.ticket_dispenser.test_view_state import VI, known
from ticket_dispenser import tiles
from ticket_dispenser.view_state import (
    CategoryChosen,
    FieldChosen,
    SearchTyped,
    ServiceFound,
    ViewState,
    update,
)

JUSTICE, ABROAD, LAND_FIELD = FieldId("justice"), FieldId("abroad"), FieldId("land-field")
FOREIGN_BIRTH = ServiceId("foreign-birth")


def three_levels() -> Plan:
    """Return the small hall with a group in the field of justice, and a service in the group."""
    plan = small_plan()
    group = Field(ABROAD, named("Yếu tố nước ngoài", "Abroad"), named("Nước ngoài"), JUSTICE)
    service = replace(
        plan.services[BIRTH],
        id=FOREIGN_BIRTH,
        field=ABROAD,
        bring=(named("Hộ chiếu", "Passport"), named("Giấy chứng sinh")),
    )
    return replace(
        plan,
        fields={**plan.fields, ABROAD: group},
        services={**plan.services, FOREIGN_BIRTH: service},
    )


def hall(*nows: ServiceNow) -> ViewState:
    state = update(known(), Topic("setup", 2, Setup(three_levels(), small_devices())))
    return update(state, Topic("dispenser", 2, DispenserNow("2026-11-23", nows)))


def found(state: ViewState) -> list[tuple[str, list[str]]]:
    sections = tiles.service_sections(state, VI)
    return [(each["heading"], [s["id"] for s in each["services"]]) for each in sections]


def test_the_first_page_has_the_top_fields_only() -> None:
    assert [each["name"] for each in tiles.field_tiles(hall(), VI)] == ["Tư pháp", "Đất đai"]


def test_a_fields_groups_head_their_services() -> None:
    state = update(hall(), FieldChosen(JUSTICE))
    assert found(state) == [("", [BIRTH, COPIES]), ("Yếu tố nước ngoài", [FOREIGN_BIRTH])]


def test_a_hall_with_few_services_shows_them_under_their_whole_path() -> None:
    assert found(hall()) == [
        ("Tư pháp", [BIRTH, COPIES]),
        ("Đất đai", [LAND]),
        ("Tư pháp · Yếu tố nước ngoài", [FOREIGN_BIRTH]),
    ]


def test_all_there_is_to_bring_is_told() -> None:
    section = tiles.service_sections(update(hall(), FieldChosen(ABROAD)), VI)[0]
    assert section["services"][0]["bring"] == "Mang theo: Hộ chiếu; Giấy chứng sinh"


def test_searching_needs_no_diacritics_and_knows_groups() -> None:
    assert found(update(hall(), SearchTyped("dat dang"))) == [("Đất đai", [LAND])]
    abroad = [("Tư pháp · Yếu tố nước ngoài", [FOREIGN_BIRTH])]
    assert found(update(hall(), SearchTyped("khai sinh nuoc ngoai"))) == abroad
    assert found(update(hall(), SearchTyped("passport"))) == []
    assert found(update(hall(), ServiceFound(FOREIGN_BIRTH))) == abroad


def test_what_is_called_so_is_found_first_and_words_by_their_beginnings() -> None:
    plan = three_levels()
    names = {BIRTH: "Khai sinh cho trẻ dưới 6 tuổi", LAND: "Khai tử", COPIES: "Chứng thực"}
    services = {
        service.id: replace(service, names=named(names.get(service.id, "Khác")), short_names={})
        for service in plan.services.values()
    }
    setup = Setup(replace(plan, services=services), small_devices())
    state = update(update(hall(), Topic("setup", 3, setup)), SearchTyped("khai tu "))
    assert [ids for _, ids in found(state)] == [[LAND], [BIRTH]]
    assert found(update(state, SearchTyped("hai"))) == []


def test_a_field_counts_who_waits_in_its_groups_too() -> None:
    state = hall(ServiceNow(BIRTH, 2), ServiceNow(FOREIGN_BIRTH, 3), ServiceNow(LAND, 9))
    assert tiles.field_now(state, JUSTICE, VI)["waiting"] == "5"


def test_a_service_says_why_it_gives_no_numbers() -> None:
    state = hall(ServiceNow(BIRTH, 0, NumbersUsedUp(BIRTH)), ServiceNow(LAND, 1))
    assert tiles.service_now(state, BIRTH, VI) == {
        "waiting": "0",
        "reason": VI.text("refusals.numbers_used_up"),
        "shut": True,
    }
    assert not tiles.service_now(state, LAND, VI)["shut"]


def test_a_field_is_shut_when_all_of_it_is() -> None:
    rest, full = OnBreak(until_min=810), QuotaUsedUp(COPIES, 5)
    some = (ServiceNow(BIRTH, 0, rest), ServiceNow(COPIES, 0, full))
    assert not tiles.field_now(hall(*some), JUSTICE, VI)["shut"]
    state = hall(*some, ServiceNow(FOREIGN_BIRTH, 0, rest))
    assert tiles.field_now(state, JUSTICE, Words("en"))["reason"] == (
        "On a break. Open again at 13:30."
    )


def test_what_is_so_of_the_whole_hall_is_not_said_on_every_tile() -> None:
    monday, tuesday = (OnHoliday("2026-11-23", f"2026-11-2{day}", 450) for day in (4, 5))
    services = (ServiceNow(BIRTH, 0, monday), ServiceNow(LAND, 0, tuesday))
    state = update(hall(), Topic("dispenser", 3, DispenserNow("2026-11-23", services, monday)))
    shut = {"waiting": "0", "reason": "", "shut": True}
    assert tiles.service_now(state, BIRTH, VI) == shut
    later = "Mở lại lúc 07:30, Thứ Tư 25/11/2026."
    assert tiles.service_now(state, LAND, VI)["reason"] == later
    assert tiles.field_now(state, LAND_FIELD, VI)["reason"] == later
    ever = OnHoliday("2026-11-23")
    state = update(state, Topic("dispenser", 4, DispenserNow("", (ServiceNow(LAND, 0, ever),))))
    assert tiles.service_now(state, LAND, VI)["reason"] == "Hôm nay nghỉ lễ: 2026-11-23."


def test_nothing_is_counted_before_the_first_count_or_without_the_hub() -> None:
    assert tiles.service_now(replace(hall(), now=None), BIRTH, VI)["waiting"] == ""
    lost = update(hall(ServiceNow(BIRTH, 2)), LinkChanged(LinkState.LOST, 0))
    assert tiles.service_now(lost, BIRTH, VI)["waiting"] == ""
    assert tiles.field_now(lost, JUSTICE, VI)["waiting"] == ""


def test_the_priority_question_has_the_halls_categories() -> None:
    state = update(hall(), CategoryChosen(ELDERLY))
    assert tiles.category_tiles(state, VI) == [
        {"id": ELDERLY, "name": "Người cao tuổi (từ 75)", "chosen": True}
    ]


def test_before_anything_is_known_nothing_is_offered() -> None:
    empty = ViewState()
    assert tiles.field_tiles(empty, VI) == []
    assert tiles.service_sections(empty, VI) == []
    assert tiles.category_tiles(empty, VI) == []
