namespace Analytics.Reporting.Mail;

/// <summary>How a cell of a mail's table looks. Colours are six hexadecimal digits.</summary>
internal sealed record MailLook(
    int Size = 13,
    string Ink = Palette.MailInk,
    bool IsBold = false,
    string Align = "left",
    string Fill = Palette.White,
    string Padding = "8px 10px",
    string Vertical = "middle",
    string Width = "",
    bool IsLined = true,
    bool IsWhole = false);
