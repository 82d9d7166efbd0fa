using Analytics.Core;
using Analytics.Core.Settings;
using Analytics.Study.Models;

namespace Analytics.Study.Sections.Satisfaction;

/// <summary>Which model a survey is read with.</summary>
public static class ModelChoice
{
    /// <summary>The configured model, or of the templates the one with the most items among those whose items the survey asks, all of them.</summary>
    /// <param name="settings">Model and its text.</param>
    /// <param name="items">Items of the survey.</param>
    /// <returns>Null where none is wanted, none fits, or the configured one asks for items the survey lacks.</returns>
    /// <exception cref="AnalyticsException">AN7041: the configured text is no model.</exception>
    public static ModelDefinition? Of(SatisfactionSettings settings, IReadOnlyList<string> items)
    {
        if (settings.ModelText.Length > 0)
        {
            var configured = ModelFile.Parse(settings.ModelText, settings.Model);
            return configured.Items.All(items.Contains) ? configured : null;
        }

        return settings.Model == SatisfactionSettings.NoModel ? null : ModelTemplates.Names
            .Select(name => ModelFile.Parse(ModelTemplates.Json(name), name))
            .Where(model => model.Items.All(items.Contains))
            .MaxBy(model => model.Items.Count);
    }

    /// <summary>The text of a configured model: a template's by its name, else a file's; empty for automatic and for none.</summary>
    /// <param name="model">See <see cref="SatisfactionSettings.Model"/>.</param>
    /// <exception cref="AnalyticsException">AN7041: there is no such template or file, or it is no model.</exception>
    public static string Text(string model)
    {
        if (model.Length == 0 || model == SatisfactionSettings.NoModel)
        {
            return "";
        }

        if (ModelTemplates.Names.Contains(model, StringComparer.OrdinalIgnoreCase))
        {
            return ModelTemplates.Json(model);
        }

        ModelFile.Load(model);
        return File.ReadAllText(model);
    }
}
