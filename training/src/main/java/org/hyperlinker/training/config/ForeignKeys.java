package org.hyperlinker.training.config;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The trainer's keys that mean nothing here, each with its answer: refused where the run would
 * differ from what the key asks for, else named in a remark. Values that ask for nothing ("false",
 * an empty list) pass in silence.
 */
final class ForeignKeys {

  private static final Set<String> NOTHING = Set.of("false", "no", "", "[]", "{}", "none");
  private static final String CPU = "training computes in fp32 on the CPU";
  private static final String LOADER = "examples are tokenised once and held in memory";
  private static final String PROCESS = "a run is one process on one machine";
  private static final String HUB = "nothing is uploaded";

  private static final List<Answer> ANSWERS =
      List.of(
          ignored(CPU, "bf16", "fp16", "tf32", "bf16_full_eval", "fp16_full_eval"),
          ignored(CPU, "fp16_opt_level", "half_precision_backend", "use_cpu", "no_cuda"),
          remarked(LOADER, "dataloader_num_workers", "dataloader_persistent_workers"),
          remarked(LOADER, "dataloader_prefetch_factor", "dataloader_pin_memory"),
          ignored(LOADER, "eval_accumulation_steps", "prediction_loss_only"),
          remarked(PROCESS, "ddp_find_unused_parameters", "ddp_backend", "ddp_timeout"),
          remarked(PROCESS, "ddp_bucket_cap_mb", "ddp_broadcast_buffers", "local_rank"),
          remarked("a checkpoint is always safetensors", "save_safetensors").unless("true"),
          ignored("examples have no columns to remove", "remove_unused_columns"),
          ignored(
              "it saves memory and changes no result; the whole graph is kept",
              "gradient_checkpointing",
              "gradient_checkpointing_kwargs"),
          ignored("no code is compiled", "torch_compile_mode", "torch_compile_backend")
              .unless("default"),
          remarked(HUB, "hub_strategy", "hub_private_repo", "hub_model_id"),
          ignored("'hyperlinker.length_bucketing' does this", "group_by_length"),
          remarked("the command's own options decide what is shown", "log_level"),
          remarked("a loss that is not a number stops the run", "logging_nan_inf_filter")
              .unless("false"),
          remarked("'hyperlinker train' always trains", "do_train"),
          remarked("'eval_strategy' decides", "do_eval"),
          refused("no code is compiled here; set it to false", "torch_compile"),
          refused(PROCESS + "; remove it", "fsdp", "fsdp_config", "deepspeed"),
          refused("nothing is uploaded; upload the output directory yourself", "push_to_hub"),
          refused("schedules take no arguments here; remove it", "lr_scheduler_kwargs"),
          refused("AdamW takes no further arguments here; remove it", "optim_args"),
          refused("losses have no label smoothing here; remove it", "label_smoothing_factor")
              .unless("0", "0.0"),
          refused("give a batch size that fits", "auto_find_batch_size"),
          refused("'hyperlinker evaluate' predicts", "do_predict"));

  private ForeignKeys() {}

  private enum Verdict {
    REMARK,
    REFUSE
  }

  private record Answer(Verdict verdict, String reason, Set<String> harmless, List<String> keys) {

    Answer unless(String... values) {
      return new Answer(verdict, reason, Set.of(values), keys);
    }

    void to(YamlSection section, String key) throws ConfigException {
      Object value = section.written(key);
      if (value == null || harmless.contains(value.toString().toLowerCase(Locale.ROOT))) {
        return;
      }
      switch (verdict) {
        case REMARK -> section.remark(key, reason);
        case REFUSE ->
            throw section.error(key, "'" + key + ": " + value + "' is refused: " + reason);
      }
    }
  }

  private static Answer ignored(String reason, String... keys) {
    return new Answer(Verdict.REMARK, reason, NOTHING, List.of(keys));
  }

  private static Answer remarked(String reason, String... keys) {
    return new Answer(Verdict.REMARK, reason, Set.of(), List.of(keys));
  }

  private static Answer refused(String reason, String... keys) {
    return new Answer(Verdict.REFUSE, reason, NOTHING, List.of(keys));
  }

  static void answer(YamlSection section) throws ConfigException {
    for (Answer answer : ANSWERS) {
      for (String key : answer.keys()) {
        answer.to(section, key);
      }
    }
  }
}
