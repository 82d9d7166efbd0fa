namespace Analytics.Pipeline.Samples;
internal static class SampleMappings { public static void Write(SampleFiles files) { _ = files; } }
