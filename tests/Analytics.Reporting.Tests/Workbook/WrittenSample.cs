using Analytics.Reporting.Tests.Samples;

namespace Analytics.Reporting.Tests.Workbook;

/// <summary>The sample's workbook in Chinese, written once for all tests of a class.</summary>
public sealed class WrittenSample : IDisposable
{
    public ReopenedWorkbook Book { get; } = new(SampleReport.Full(), "zh-CN");

    public void Dispose() => Book.Dispose();
}
