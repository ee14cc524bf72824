/** The network at inference: model directories, tokenizer, q-nets and their scoring. */
package org.hyperlinker.model;
