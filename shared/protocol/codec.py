"""Frames to JSON text and back, strictly typed.

Knows nothing of connections; who may send which frame is the hub's business.
"""

import msgspec

from shared.protocol.messages import DeviceFrame, HubFrame, RequestId

_encoder = msgspec.json.Encoder()
_device_decoder: msgspec.json.Decoder[DeviceFrame] = msgspec.json.Decoder(DeviceFrame)
_hub_decoder: msgspec.json.Decoder[HubFrame] = msgspec.json.Decoder(HubFrame)


class _Request(msgspec.Struct):
    id: RequestId


_request_decoder = msgspec.json.Decoder(_Request)


class BadFrame(ValueError):
    """A frame is not JSON, or not of the protocol; the text names the place in it.

    ``id`` is the request's, "" where it cannot be read.
    """

    def __init__(self, message: str, id_: str = "") -> None:
        super().__init__(message)
        self.id = id_


def encode(frame: DeviceFrame | HubFrame) -> bytes:
    """Return the frame as UTF-8 JSON."""
    return _encoder.encode(frame)


def decode_device_frame(text: str | bytes) -> DeviceFrame:
    """Read what a device sent; raises BadFrame."""
    try:
        return _device_decoder.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise BadFrame(str(error), _request_id(text)) from error


def _request_id(text: str | bytes) -> str:
    """Return the id of a request of which more cannot be read, or ""."""
    try:
        return _request_decoder.decode(text).id
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return ""


def decode_hub_frame(text: str | bytes) -> HubFrame:
    """Read what the hub sent; raises BadFrame."""
    try:
        return _hub_decoder.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise BadFrame(str(error)) from error
