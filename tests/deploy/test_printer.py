"""``motcua printer``: each action is there, and a wrong one is refused."""

import pytest

from deploy.printer import ACTIONS, main


@pytest.mark.parametrize("action", ACTIONS)
def test_each_action_says_what_it_does(action: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([action, "--help"])
    assert end.value.code == 0
    assert f"usage: motcua printer {action} " in capsys.readouterr().out


def test_help_lists_the_actions_and_the_windows_options(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    for name, (_, what) in ACTIONS.items():
        assert f"  {name:<10} {what}\n" in told
    assert "--listen" in told


def test_an_unknown_action_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fly"]) == 2
    assert "there is no 'fly'" in capsys.readouterr().err
