"""A report as the design pictures show it, written out by hand."""

from datetime import date

from okrdesk.reports.data import (
    AttentionRow,
    Bar,
    Cover,
    Figure,
    HigherLevel,
    HigherObjective,
    Initiative,
    KeyResultRow,
    KpiMove,
    KpiRow,
    KpiTable,
    Labels,
    Note,
    ObjectivePage,
    ObjectiveRow,
    ObjectiveTable,
    Paper,
    Picture,
    ReportData,
    Sentence,
    Status,
    Tick,
    Trend,
)

ON_TRACK = Status("on_track", "On track")
BEHIND = Status("behind", "Behind")
AT_RISK = Status("at_risk", "At risk")
ACHIEVED = Status("achieved", "Achieved")
NOT_STARTED = Status("not_started", "Not started")
EXPECTED = 47 / 91

LABELS = Labels(
    in_short="In short",
    progress_chart="Progress against expected",
    objective="Objective",
    progress="Progress",
    status="Status",
    confidence="Conf.",
    owner="Owner",
    legend="The dark mark on each bar is the progress expected today.",
    key_results="Key results",
    key_result="Key result",
    start="Start",
    now="Now",
    target="Target",
    how_it_moved="How it moved",
    notes="Check-in notes",
    initiatives="Initiatives",
    done="Done",
    open="Open",
    kpis_to_move="KPIs it should move",
    attention="Needs attention",
    nothing_to_attend="Nothing needs attention today.",
    why="Why",
    kpis="KPIs",
    kpi="KPI",
    trend="Trend",
    measured="Measured",
    expected="Expected",
    page="Page {page} of {pages}",
)

CHART = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 130" width="520" height="130">'
    b'<path d="M25 120 L480 10" stroke="#2A5DC4" stroke-width="2" fill="none"/>'
    b'<text x="485" y="14" style="font: 400 8px Inter">Expected</text></svg>'
)


def bar(percent: int, status: Status | None, expected: float | None = EXPECTED) -> Bar:
    return Bar(percent / 100, expected, f"{percent}%", status)


TEAMS = (
    ObjectiveRow(
        "users",
        "Research and improve customer satisfaction",
        "Customer Care",
        bar(50, ON_TRACK),
        "6.3",
        "Amara Diallo",
    ),
    ObjectiveRow(
        "users", "Launch the new loyalty app", "Digital", bar(65, ON_TRACK), "8.0", "Jonas Weber"
    ),
    ObjectiveRow(
        "users",
        "Sign and train the autumn wave",
        "Franchise",
        bar(48, ON_TRACK),
        "5.3",
        "Luis Ortega",
    ),
    ObjectiveRow(
        "users", "Build a culture people talk about", "People", bar(56, ACHIEVED), "7.0", "Priya"
    ),
    ObjectiveRow(
        "user",
        "Be the voice of churned customers",
        "Mei Tanaka",
        bar(42, BEHIND),
        "5.0",
        "Mei Tanaka",
    ),
    ObjectiveRow(
        "user", "Cultivate a growth mindset", "Tom Becker", bar(39, AT_RISK), "6.0", "Tom Becker"
    ),
    ObjectiveRow(
        "user", "Foster healthy habits", "Tom Becker", bar(43, NOT_STARTED), "5.7", "Tom Becker"
    ),
)

KEY_RESULTS = (
    KeyResultRow(
        "Get 1,000 survey responses", "0", "640", "1,000", bar(64, ON_TRACK), "8", "Amara"
    ),
    KeyResultRow(
        "Interview 50 top customers by phone", "0", "31", "50", bar(62, ON_TRACK), "8", "Amara"
    ),
    KeyResultRow("Interview 15 churned customers", "0", "5", "15", bar(33, AT_RISK), "3", "Mei"),
    KeyResultRow(
        "Present a plan of 10 improvements", "0", "4", "10", bar(40, BEHIND), "6", "Amara"
    ),
)

WEEKS = tuple(Tick(week * 7 / 91, f"W{week}") for week in (1, 4, 7, 10, 13))


def trend(title: str, target: int, reached: float, status: Status) -> Trend:
    heights = Tick(0.0, "0"), Tick(0.5, f"{target / 2:g}"), Tick(1.0, f"{target:,}")
    actual = tuple((week * 7 / 91, reached * week / 7) for week in range(1, 8))
    return Trend(title, f"{title}: {reached:.0%}", WEEKS, heights, actual, ((0, 0), (1, 1)), status)


TRENDS = (
    trend("Get 1,000 survey responses", 1000, 0.64, ON_TRACK),
    trend("Interview 50 top customers by phone", 50, 0.62, ON_TRACK),
    trend("Interview 15 churned customers", 15, 0.33, AT_RISK),
    trend("Present a plan of 10 improvements", 10, 0.40, BEHIND),
)

NOTES = (
    Note(
        "10 Aug",
        "Interview 15 churned customers",
        "Mei Tanaka",
        "No-shows are high. Offering a voucher from next week.",
        AT_RISK,
    ),
    Note(
        "10 Aug",
        "Present a plan of 10 improvements",
        "Amara Diallo",
        "Four drafted. Two wait for interview findings.",
        BEHIND,
    ),
    Note(
        "3 Aug",
        "Get 1,000 survey responses",
        "Amara Diallo",
        "The in-store tablet brought 210 answers in one week.",
        ON_TRACK,
    ),
    Note(
        "3 Aug",
        "Interview 15 churned customers",
        "Mei Tanaka",
        "Four calls done, three cancelled on the day.",
        BEHIND,
    ),
)

PAGE = ObjectivePage(
    breadcrumb=(
        "Help everyone feel confident in their own skin",
        "Be the best-loved make-up franchise",
        "Delight our customers",
    ),
    title="Research and improve customer satisfaction",
    subtitle="Customer Care · Q3 2026 · Amara Diallo",
    bar=bar(50, ON_TRACK),
    expected="Expected today 52%",
    confidence="Confidence 6.3 of 10",
    key_results=KEY_RESULTS,
    trends=TRENDS,
    notes=NOTES,
    initiatives=(
        Initiative("Put survey tablets in 12 stores", done=True),
        Initiative("Write the call script", done=True, detail="Amara Diallo"),
        Initiative("Export the churn list", done=False),
    ),
    kpis=(
        KpiMove("Net promoter score", "41 to 47, target 55", Status("near", "Near")),
        KpiMove("Customer retention", "77% to 81%, target 80%", Status("on_target", "On target")),
        KpiMove("First response", "5.1 h to 3.2 h, target 4 h", Status("off", "Off target")),
    ),
)

COVER = Cover(
    organisation="Marigold Beauty",
    initial="M",
    mission="Help everyone feel confident in their own skin",
    title="Q3 2026 OKR report",
    subtitle="Week 7 of 13 · 17 August 2026 · prepared by Nadia Rahman",
    figures=(
        Figure("49%", "Progress", "expected 52%"),
        Figure("6.6", "Confidence", "of 10, last week 6.5"),
        Figure("14 of 21", "Key results on track", "3 behind, 3 at risk"),
        Figure("9 of 21", "Checked in", "this week, 12 due"),
    ),
    sentences=(
        Sentence("We are close to plan.", "Average progress is 49% where 52% is expected."),
        Sentence("The loyalty app leads.", "It is at 65% with confidence 8."),
        Sentence("Three results are at risk.", "Two of them belong to Customer Care."),
    ),
    chart=Picture(CHART, "Progress is 49 percent where 52 percent is expected."),
    tables=(ObjectiveTable("Team and individual objectives", TEAMS),),
)

HIGHER = (
    HigherLevel(
        "Long term, 2026–2029",
        "Every fourth person in our towns has been helped in one of our stores.",
        (
            HigherObjective(
                ObjectiveRow(
                    "mountain",
                    "Be the best-loved make-up franchise",
                    "Company",
                    bar(21, ON_TRACK, 0.2),
                    "7.0",
                    "Nadia Rahman",
                ),
                KEY_RESULTS[:2],
            ),
        ),
    ),
    HigherLevel(
        "2026",
        "",
        (
            HigherObjective(
                ObjectiveRow(
                    "target",
                    "Delight our customers",
                    "Company",
                    Bar(None, 0.6, "—"),
                    "—",
                    "Nadia Rahman",
                ),
                KEY_RESULTS,
            ),
        ),
    ),
)

KPIS = (
    KpiTable(
        "High level",
        tuple(
            KpiRow(
                name,
                "Company",
                "47",
                "at least 55",
                "17 Aug",
                "Nadia Rahman",
                tuple((month / 11, (month % 5) / 5) for month in range(12)),
                0.7,
                status,
            )
            for name, status in (
                ("Net promoter score", Status("near", "Near")),
                ("Customer retention", Status("on_target", "On target")),
                ("Staff turnover", Status("off", "Off target")),
            )
        ),
    ),
)

REPORT = ReportData(
    language="en",
    right_to_left=False,
    paper=Paper.A4,
    grey=False,
    day=date(2026, 8, 17),
    day_text="17 August 2026",
    author="Nadia Rahman",
    running_title="Marigold Beauty · Q3 2026 OKR report",
    labels=LABELS,
    cover=COVER,
    higher_title="Long-term and yearly objectives",
    higher=HIGHER,
    pages=(PAGE,),
    attention=tuple(
        AttentionRow(title, "Research and improve customer satisfaction", "At risk", "Mei", AT_RISK)
        for title in ("Interview 15 churned customers", "Present a plan of 10 improvements")
    ),
    kpis=KPIS,
)
