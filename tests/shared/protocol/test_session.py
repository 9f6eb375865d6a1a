"""The device's side of a session: every request ends exactly once."""

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from shared.domain.commands import CallNext, Role
from shared.domain.errors import NothingWaiting
from shared.domain.tasks import SignOutHead, TaskDone
from shared.protocol.messages import (
    PROTOCOL,
    Accepted,
    Answer,
    Ask,
    Beat,
    Do,
    Done,
    Fault,
    FeedbackTaken,
    FindTicket,
    GiveFeedback,
    Hello,
    Manage,
    Managed,
    Refused,
    Report,
    Tell,
    Welcome,
)
from shared.protocol.session import LONGEST_PAUSE_S, TURNED_AWAY, Expired, Session, pauses_s

WELCOME = Welcome(hall="h", place="counter-1", names={"vi": "H"}, boot="1", now_ms=1_000_000)


def session(hall: str | None = None) -> Session:
    return Session(role=Role.COUNTER, hall=hall)


def test_hello_comes_first_then_what_is_unanswered_in_order() -> None:
    device = session()
    device.do("request-1", CallNext(), give_up_ms=9_000)
    device.ask("request-2", FindTicket(number="A001"), give_up_ms=9_000)
    device.manage("request-3", SignOutHead(), give_up_ms=9_000)
    device.report(Report(kind="no_sound", active=True))
    hello, report, do, ask, manage = device.connected(now_ms=0)
    assert hello == Hello(role=Role.COUNTER)
    assert report == Report(kind="no_sound", active=True)
    assert do == Do(id="request-1", command=CallNext())
    assert isinstance(ask, Ask)
    assert manage == Manage(id="request-3", task=SignOutHead())


def test_what_is_handed_in_is_sent_again_until_it_is_taken() -> None:
    device = session()
    message = GiveFeedback(text="Cảm ơn")
    frame = device.hand_in("request-1", message, give_up_ms=9_000)
    assert frame == Tell(id="request-1", message=message)
    assert device.connected(now_ms=1)[1:] == [frame]
    taken = Done(id="request-1", reply=FeedbackTaken(code="PA261123-001"))
    assert device.received(taken, now_ms=2)
    assert device.connected(now_ms=3)[1:] == []


def test_an_answered_request_is_not_sent_again() -> None:
    device = session()
    for id_, frame in (
        ("request-1", Done(id="request-1", reply=Accepted())),
        ("request-2", Refused(id="request-2", refusal=NothingWaiting())),
        ("request-3", Answer(id="request-3", place=None)),
        ("request-4", Managed(id="request-4", result=TaskDone())),
    ):
        device.do(id_, CallNext(), give_up_ms=9_000)
        assert device.received(frame, now_ms=1)
        assert not device.received(frame, now_ms=2), "the second answer is no news"
    assert len(device.connected(now_ms=3)) == 1


def test_a_request_is_given_up_when_its_time_is_over() -> None:
    device = session()
    device.do("request-1", CallNext(), give_up_ms=1_000)
    assert device.expired(now_ms=999) == []
    assert device.expired(now_ms=1_000) == [Expired("request-1")]
    assert device.expired(now_ms=2_000) == []


def test_the_end_of_a_trouble_is_told_again_too() -> None:
    """The hub may not have heard of it, and still know the device's old connection."""
    device = session()
    device.report(Report(kind="no_sound", active=True))
    over = device.report(Report(kind="no_sound", active=False))
    assert over == Report(kind="no_sound", active=False)
    assert device.connected(now_ms=0)[1:] == [over]


def test_the_hubs_clock_runs_on_between_beats() -> None:
    device = session()
    assert device.hub_now_ms(5) == 0
    device.received(WELCOME, now_ms=100)
    assert device.hub_now_ms(150) == 1_000_050
    device.received(Beat(now_ms=2_000_000, speed=10.0), now_ms=200)
    assert device.hub_now_ms(201) == 2_000_010


def test_silence_is_noticed() -> None:
    device = session()
    device.connected(now_ms=0)
    assert not device.silent(now_ms=4_999)
    assert device.silent(now_ms=5_000)
    device.received(Beat(now_ms=1), now_ms=5_000)
    assert not device.silent(now_ms=9_000)


def test_the_wrong_hub_is_recognised() -> None:
    assert session().refusal(WELCOME) == ""
    assert session("h").refusal(WELCOME) == ""
    assert session("other").refusal(WELCOME) == "wrong_hall"
    newer = Welcome(
        hall="h", place="counter-1", names={}, boot="1", now_ms=1, protocol=PROTOCOL + 1
    )
    assert session().refusal(newer) == "wrong_protocol"
    for code in TURNED_AWAY:
        assert session().refusal(Fault(code=code, message="")) == code
    assert session().refusal(Fault(code="bad_frame", message="")) == ""


def test_pauses_grow_to_five_seconds_and_are_jittered() -> None:
    longest = pauses_s(lambda: 1.0)
    pauses = [next(longest) for _ in range(8)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE_S
    assert next(pauses_s(lambda: 0.0)) == pauses[0] / 2


class Requests(RuleBasedStateMachine):
    """Any order of asking, connecting, answering and waiting."""

    def __init__(self) -> None:
        super().__init__()
        self.device = session()
        self.now = 0
        self.asked: list[str] = []
        self.ended: list[str] = []

    @rule()
    def ask(self) -> None:
        id_ = f"request-{len(self.asked)}"
        self.device.do(id_, CallNext(), give_up_ms=self.now + 10_000)
        self.asked.append(id_)

    @rule(which=st.integers(0, 20))
    def answer(self, which: int) -> None:
        id_ = f"request-{which}"
        if self.device.received(Done(id=id_, reply=Accepted()), self.now):
            self.ended.append(id_)

    @rule(ms=st.integers(0, 6_000))
    def wait(self, ms: int) -> None:
        self.now += ms
        self.ended += [expired.id for expired in self.device.expired(self.now)]

    @invariant()
    def every_request_is_pending_or_ended_once(self) -> None:
        sent = [frame.id for frame in self.device.connected(self.now) if isinstance(frame, Do)]
        assert sorted(sent + self.ended) == sorted(self.asked)


TestRequests = Requests.TestCase
