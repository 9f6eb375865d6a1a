"""Samples to try a printer with: a usual ticket, the longest real names, a slip for rating."""

from shared.printing.sheets import Sheet
from shared.printing.ticket_words import TicketContent

USUAL = TicketContent(
    unit_above="Ủy ban nhân dân phường Bến Xuân",
    hall="Trung tâm Phục vụ hành chính công phường Bến Xuân",
    title="SỐ THỨ TỰ",
    number="A012",
    bar="Người cao tuổi",
    service="Đất đai",
    counters="Quầy 1, 2",
    ahead="Còn 3 người trước ông/bà",
    issued="07:42 · 24/11/2026",
    qr="MOTCUA:K5QXE4TFNRSXEZLT",
    rule="Xin chờ gọi số. Sau 3 lần gọi mà ông/bà chưa đến, quầy sẽ mời người tiếp theo.",
)

LONGEST = TicketContent(
    unit_above="ỦY BAN NHÂN DÂN PHƯỜNG NGHĨA LỘ – SƠN TỊNH – TRƯƠNG QUANG TRỌNG",
    hall="Trung tâm Phục vụ hành chính công phường Nghĩa Lộ – Sơn Tịnh, điểm tiếp nhận số 2",
    title="SỐ THỨ TỰ",
    number="AF299",
    bar="Người có công với cách mạng và thân nhân người có công",
    service="Đăng ký đất đai, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản",
    counters="Quầy 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12",
    ahead="Còn 128 người trước ông/bà",
    issued="07:42 · 24/11/2026",
    qr="MOTCUA:K5QXE4TFNRSXEZLT",
    rule="Xin chờ gọi số. Sau 3 lần gọi mà ông/bà chưa đến, quầy sẽ mời người tiếp theo.",
)

RATING = Sheet(
    hall=USUAL.hall,
    title="PHIẾU ĐÁNH GIÁ",
    subject="Số A012: ông/bà hài lòng đến mức nào?",
    items=("Rất hài lòng", "Hài lòng", "Chưa hài lòng"),
    note="Xin đánh dấu một ô và bỏ phiếu vào hòm thư góp ý. Phiếu không ghi tên.",
)

SAMPLES: dict[str, TicketContent | Sheet] = {"usual": USUAL, "longest": LONGEST, "rating": RATING}
