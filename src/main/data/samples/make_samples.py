"""Writes the sample files beside it, byte for byte the same at every run.

All figures in them are made up: publisher and source are those that conf/reference/publishers.csv marks as simulated,
so that they are kept apart from real figures. Needs XlsxWriter 3.3.1 (pip install XlsxWriter==3.3.1).
"""

import datetime
import hashlib
import json
import pathlib
import unicodedata

import xlsxwriter

HERE = pathlib.Path(__file__).parent
MADE = datetime.datetime(2024, 8, 23, 1, 0, 0)


def workbook(name):
    book = xlsxwriter.Workbook(HERE / name)
    book.set_properties({"created": MADE, "title": "Số liệu mô phỏng / simulated figures"})
    return book


def customs_by_month():
    """A customs office: gates down, months across, two header rows with merged cells, a total, footnotes."""
    book = workbook("sample-xnk-theo-thang-2024.xlsx")
    sheet = book.add_worksheet("Tổng hợp")
    head = book.add_format({"bold": True, "align": "center", "border": 1})
    number = book.add_format({"num_format": "#,##0.0", "border": 1})
    sheet.merge_range("A1:J1", "SỐ LIỆU MÔ PHỎNG - KIM NGẠCH XUẤT NHẬP KHẨU THEO THÁNG NĂM 2024", head)
    sheet.write("A2", "Đơn vị: triệu USD")
    sheet.merge_range("A4:A5", "TT", head)
    sheet.merge_range("B4:B5", "Cửa khẩu", head)
    for month in range(1, 4):
        first = 2 * month
        sheet.merge_range(3, first, 3, first + 1, f"Tháng {month}", head)
        sheet.write(4, first, "Xuất khẩu", head)
        sheet.write(4, first + 1, "Nhập khẩu", head)
    sheet.merge_range("I4:J4", "Cộng", head)
    sheet.write("I5", "Xuất khẩu", head)
    sheet.write("J5", "Nhập khẩu", head)
    gates = [
        ("Hữu Nghị", [105.2, 212.4, 98.7, 187.3, 120.1, 230.9]),
        ("Tân Thanh", [41.3, 18.2, 38.9, 15.1, 47.6, "20,4 (1)"]),
        ("Chi Ma", [12.5, 9.8, "…", "…", 13.1, 10.2]),
        ("Cốc Nam", ["-", 1.4, "-", 1.1, 0.3, 1.6]),
    ]
    row = 5
    for place, (gate, values) in enumerate(gates, 1):
        sheet.write(row, 0, place)
        sheet.write(row, 1, gate)
        for column, value in enumerate(values, 2):
            sheet.write(row, column, value, number)
        row += 1
    sheet.write(row, 1, "Toàn tỉnh", head)
    sums = [159.0, 241.8, 137.6, 203.5, 181.1, 263.1]
    for column, value in enumerate(sums, 2):
        letter = xlsxwriter.utility.xl_col_to_name(column)
        sheet.write_formula(row, column, f"=SUM({letter}6:{letter}9)", number, value)
    sheet.write(row + 1, 1, "Trong đó: hàng qua kho ngoại quan")
    sheet.write(row + 1, 2, 7.7, number)
    sheet.write(row + 3, 0, "Ghi chú: (1) số sơ bộ. Mọi số liệu trong tệp đều là số mô phỏng.")
    book.close()


def daily_bulletin():
    """A border-zone board: two rows a gate (its name merged over them), kinds of goods across, the day in the title."""
    book = workbook("sample-ban-tin-ngay-2024-08-22.xlsx")
    sheet = book.add_worksheet("Bản tin")
    head = book.add_format({"bold": True, "align": "center", "border": 1})
    sheet.merge_range("A1:H1", "BẢN TIN TÌNH HÌNH XUẤT NHẬP KHẨU (SỐ MÔ PHỎNG)", head)
    sheet.merge_range("A2:H2", "Đến 20 giờ ngày 22/8/2024", head)
    sheet.merge_range("A4:A5", "Cửa khẩu", head)
    sheet.merge_range("B4:B5", "Chiều", head)
    sheet.merge_range("C4:D4", "Hoa quả", head)
    sheet.merge_range("E4:F4", "Hàng khác", head)
    sheet.write("G4", "Xe mới", head)
    for column, text in enumerate(["Thông quan", "Tồn", "Thông quan", "Tồn", "Thông quan"], 2):
        sheet.write(4, column, text, head)
    rows = [
        ("Hữu Nghị", [180, 120, 40, 61, None], [25, None, 489, None, 50]),
        ("Tân Thanh", [44, 90, 31, 70, None], [None, None, 272, None, None]),
        ("Cốc Nam", ["-", 6, 4, 2, None], [None, None, 5, None, None]),
        ("Chi Ma", [10, "-", 19, 20, None], [None, None, 74, None, None]),
    ]
    row = 5
    for gate, export, imported in rows:
        sheet.merge_range(row, 0, row + 1, 0, gate)
        for way, values in (("Xuất", export), ("Nhập", imported)):
            sheet.write(row, 1, way)
            for column, value in enumerate(values, 2):
                if value is not None:
                    sheet.write(row, column, value)
            row += 1
    sheet.write(row, 0, "Tổng cộng", head)
    sheet.write(row, 2, 259)
    sheet.write(row + 2, 0, "Ghi chú: xe tồn tính đến 20 giờ. Mọi số liệu trong tệp đều là số mô phỏng.")
    book.close()


def gso_ratios():
    """The statistics office: a sheet a month, directions as rows in between, ratios such as 105.2."""
    book = workbook("sample-gso-xuat-nhap-khau-2024.xlsx")
    head = book.add_format({"bold": True, "align": "center", "border": 1, "text_wrap": True})
    months = {
        2: {
            "XUẤT KHẨU": [("Lạng Sơn", 137600, 96.4, 86.5, 296600, 101.7), ("Lào Cai*", 52300, 105.2, 91.0, 109800, "…")],
            "NHẬP KHẨU": [("Lạng Sơn", 203500, 111.0, 84.2, 445300, 107.9), ("Cao Bằng", "-", 0, 0, 1200, 40.0)],
        },
        3: {
            "XUẤT KHẨU": [("Lạng Sơn", 181100, 108.3, 131.6, 477700, 104.1), ("Lào Cai*", 61900, 140.78, 118.4, 171700, 112.2)],
            "NHẬP KHẨU": [("Lạng Sơn", 263100, 99.5, 129.3, 708400, 104.6), ("Cao Bằng", 800, 66.7, "…", 2000, 47.6)],
        },
    }
    for month, directions in months.items():
        sheet = book.add_worksheet(f"Tháng {month}")
        sheet.merge_range("A1:F1", "Xuất nhập khẩu hàng hóa qua biên giới năm 2024 (số mô phỏng)", head)
        sheet.merge_range("A3:A4", "Địa phương", head)
        sheet.merge_range("B3:D3", "Ước tháng báo cáo", head)
        sheet.merge_range("E3:F3", "Lũy kế từ đầu năm", head)
        headings = ["Nghìn USD", "So với\ncùng kỳ (%)", "So với tháng trước (%)", "Nghìn USD", "So với cùng kỳ (%)"]
        for column, text in enumerate(headings, 1):
            sheet.write(3, column, text, head)
        row = 4
        for direction, provinces in directions.items():
            sheet.write(row, 0, direction, head)
            sheet.write(row + 1, 0, "Tổng số", head)
            row += 2
            for cells in provinces:
                for column, cell in enumerate(cells):
                    sheet.write(row, column, cell)
                row += 1
        sheet.write(row + 1, 0, "(*) Ghi chú: số sơ bộ, mô phỏng.")
    hidden = book.add_worksheet("Tháng 9")
    hidden.write(0, 0, "Nháp")
    hidden.hide()
    notes = book.add_worksheet("Thuyết minh")
    notes.write(0, 0, "Mọi số liệu trong tệp đều là số mô phỏng.")
    book.close()


def windows_1258(text):
    """Letters that the code page has, with their tone marks behind them where it has no whole letter."""
    out = bytearray()
    for letter in text:
        try:
            out += letter.encode("cp1258")
            continue
        except UnicodeEncodeError:
            pass
        base, *marks = unicodedata.normalize("NFD", letter)
        for mark in list(marks):
            whole = unicodedata.normalize("NFC", base + mark)
            if len(whole) == 1:
                try:
                    whole.encode("cp1258")
                    base = whole
                    marks.remove(mark)
                except UnicodeEncodeError:
                    pass
        out += (base + "".join(marks)).encode("cp1258")
    return bytes(out)


def long_csv():
    """An older program: a figure a line, semicolons, windows-1258."""
    lines = [
        "Cửa khẩu;Tháng;Luồng;Mặt hàng;Chỉ tiêu;Số lượng;Đơn vị;Ghi chú",
        "Hữu Nghị;Tháng 1/2024;Xuất;sầu riêng;Khối lượng;1.449,566;tấn;số mô phỏng",
        "Hữu Nghị;Tháng 1/2024;Xuất;sầu riêng;Trị giá;gần 4,5;triệu USD;số mô phỏng",
        "Tân Thanh;Tháng 1/2024;Xuất;thanh long;Khối lượng;12.300;tấn;số mô phỏng",
        "Tân Thanh;Tháng 2/2024;Xuất;thanh long;Khối lượng;;tấn;chưa có số",
        "Móng Cái;Tháng 2/2024;Nhập;trái cây;Trị giá;35 - 40;tỷ đồng;số mô phỏng",
        "Cổng Trời;Tháng 2/2024;Nhập;trái cây;Trị giá;3,5;tỷ đồng;không có cửa khẩu này",
    ]
    (HERE / "sample-luong-va-tri-gia.csv").write_bytes(windows_1258("\r\n".join(lines) + "\r\n"))


def plans_jsonl():
    """A web service: an object a line."""
    plans = [
        {"province": "Lạng Sơn", "year": 2024, "decision": {"number": "01/NQ-MP", "day": "2023-12-20"},
         "targets": {"export": 1300, "import": 2500.5}},
        {"province": "Lào Cai", "year": 2024, "decision": {"number": "02/NQ-MP", "day": "2023-12-28"},
         "targets": {"export": 620, "import": None}},
    ]
    text = "".join(json.dumps(plan, ensure_ascii=False) + "\n" for plan in plans)
    (HERE / "sample-ke-hoach-2024.jsonl").write_text(text, encoding="utf-8")


def provenance(name, dataset, title, title_vi, accessed):
    content = (HERE / name).read_bytes()
    beside = HERE / (name.rsplit(".", 1)[0] + ".provenance.yaml")
    beside.write_text(
        f"""# Where {name} comes from.
dataset: {dataset}
file: {name}
producer: make_samples.py of the Bienmau project
publisher: simulated
published: "2024-08-23"
title: {title}
titleVi: {title_vi}
description: A sample in a form that occurs in real life; every figure in it is made up.
accessed: "{accessed}"
licence: Made for this project; Apache-2.0.
sha256: {hashlib.sha256(content).hexdigest()}
bytes: {len(content)}
""",
        encoding="utf-8",
    )


if __name__ == "__main__":
    customs_by_month()
    daily_bulletin()
    gso_ratios()
    long_csv()
    plans_jsonl()
    for file, dataset, title, title_vi in (
        ("sample-xnk-theo-thang-2024.xlsx", "trade_statistics", "Sample of a customs office, by month",
         "Mẫu của cơ quan hải quan, theo tháng"),
        ("sample-ban-tin-ngay-2024-08-22.xlsx", "vehicle_counts", "Sample of a daily bulletin", "Mẫu bản tin ngày"),
        ("sample-gso-xuat-nhap-khau-2024.xlsx", "trade_statistics", "Sample of the statistics office, with ratios",
         "Mẫu của cơ quan thống kê, có tỷ lệ so sánh"),
        ("sample-luong-va-tri-gia.csv", "trade_statistics", "Sample of a long table in windows-1258",
         "Mẫu bảng dọc, mã windows-1258"),
        ("sample-ke-hoach-2024.jsonl", "plans", "Sample of targets, lines of JSON", "Mẫu chỉ tiêu, dạng dòng JSON"),
    ):
        provenance(file, dataset, title, title_vi, "2024-08-23")
