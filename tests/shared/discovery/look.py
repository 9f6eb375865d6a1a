"""Prints the hubs it sees, a line each, until two are seen; run by test_browse on another host."""

import asyncio

from shared.discovery.browse import Browser


async def main() -> None:
    """Watch until two hubs are there."""
    browser = Browser()
    await browser.start()
    async with asyncio.timeout(20):
        while len(found := browser.found()) < 2:
            await asyncio.sleep(0.05)
    for hub in sorted(found, key=lambda each: each.hall):
        print(hub.hall, hub.address, hub.name)
    await browser.stop()


if __name__ == "__main__":
    asyncio.run(main())
