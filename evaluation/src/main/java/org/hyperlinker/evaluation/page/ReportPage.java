package org.hyperlinker.evaluation.page;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.hyperlinker.core.io.AtomicFiles;

/**
 * The page. It needs nothing but itself: style and plots stand in it, there is no script.
 *
 * @param html the whole file
 * @param sections the titles of what it shows
 * @param missing what it leaves out because there is no input for it
 */
public record ReportPage(String html, List<String> sections, List<String> missing) {

  /** Copies the lists. */
  public ReportPage {
    sections = List.copyOf(sections);
    missing = List.copyOf(missing);
  }

  /**
   * Makes a page of the results in a directory and below.
   *
   * @param title the page's heading
   * @throws IllegalArgumentException if there is no result
   * @throws IOException if a file cannot be read
   */
  public static ReportPage of(Path directory, String title) throws IOException {
    Findings found = Findings.in(directory);
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          directory
              + ": no results in it; write some with evaluate --json, compare --json, calibrate"
              + " --json or errors --json, experiment or train");
    }
    SequencedMap<String, Optional<Section>> all = new LinkedHashMap<>();
    all.put("figures (evaluate --json)", FigureSections.figures(found.evaluations()));
    all.put("planned experiments (experiment)", PlannedSections.of(found.planned()));
    all.put(
        "which system is better (compare --json)",
        JudgementSections.comparisons(found.comparisons()));
    all.put(
        "by type, seen and unseen (evaluate --json)", FigureSections.slices(found.evaluations()));
    all.put("experiments (JSON of kind series)", SeriesSections.experiments(found.experiments()));
    all.put("quality against cost (evaluate --json)", FigureSections.cost(found.evaluations()));
    all.put(
        "quality against cost by the bench (experiment cost)",
        PlannedSections.cost(found.planned()));
    all.put("confidence (calibrate --json)", JudgementSections.confidence(found.calibrations()));
    all.put("what goes wrong (errors --json)", JudgementSections.errors(found.errors()));
    all.put("training (metrics.jsonl)", SeriesSections.training(found.logs()));
    all.put("provenance (evaluate --json)", FigureSections.provenance(found.evaluations()));
    List<Section> sections = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    all.forEach((name, section) -> section.ifPresentOrElse(sections::add, () -> missing.add(name)));
    String html =
        Mustache.compiler()
            .compile(resource("report.mustache"))
            .execute(
                Map.of(
                    "title", title,
                    "style", resource("report.css"),
                    "sections", sections,
                    "missing", missing,
                    "incomplete", !missing.isEmpty()));
    return new ReportPage(html, sections.stream().map(Section::title).toList(), missing);
  }

  /**
   * Writes the page.
   *
   * @throws IOException naming the file, if it cannot be written
   */
  public void write(Path file) throws IOException {
    AtomicFiles.write(file, stream -> stream.write(html.getBytes(StandardCharsets.UTF_8)));
  }

  private static String resource(String name) {
    try (InputStream stream = ReportPage.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
