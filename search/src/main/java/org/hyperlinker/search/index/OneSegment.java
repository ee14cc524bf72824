package org.hyperlinker.search.index;

import java.util.Map;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;

/**
 * Merges nothing until asked, and then everything into one segment, in the order of adding, even if
 * there is only one: a row's number is its document's number, and the graph is built by the merge.
 */
final class OneSegment extends MergePolicy {

  @Override
  public MergeSpecification findMerges(
      MergeTrigger trigger, SegmentInfos infos, MergeContext context) {
    return null;
  }

  @Override
  public MergeSpecification findForcedMerges(
      SegmentInfos infos,
      int maximum,
      Map<SegmentCommitInfo, Boolean> original,
      MergeContext context) {
    if (infos.asList().stream().noneMatch(info -> Boolean.TRUE.equals(original.get(info)))
        || !context.getMergingSegments().isEmpty()) {
      return null;
    }
    MergeSpecification merges = new MergeSpecification();
    merges.add(new OneMerge(infos.asList()));
    return merges;
  }

  @Override
  public MergeSpecification findForcedDeletesMerges(SegmentInfos infos, MergeContext context) {
    return null;
  }

  @Override
  public boolean useCompoundFile(
      SegmentInfos infos, SegmentCommitInfo merged, MergeContext context) {
    return false;
  }
}
