"""Frames to JSON text and back, strictly typed.

Knows nothing of connections; who may send which frame is the hub's business.
"""

import msgspec

from shared.protocol.messages import DeviceFrame, HubFrame

_encoder = msgspec.json.Encoder()
_device_decoder: msgspec.json.Decoder[DeviceFrame] = msgspec.json.Decoder(DeviceFrame)
_hub_decoder: msgspec.json.Decoder[HubFrame] = msgspec.json.Decoder(HubFrame)


class BadFrame(ValueError):
    """A frame is not JSON, or not of the protocol; the text names the place in it."""


def encode(frame: DeviceFrame | HubFrame) -> bytes:
    """Return the frame as UTF-8 JSON."""
    return _encoder.encode(frame)


def decode_device_frame(text: str | bytes) -> DeviceFrame:
    """Read what a device sent; raises BadFrame."""
    try:
        return _device_decoder.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise BadFrame(str(error)) from error


def decode_hub_frame(text: str | bytes) -> HubFrame:
    """Read what the hub sent; raises BadFrame."""
    try:
        return _hub_decoder.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise BadFrame(str(error)) from error
