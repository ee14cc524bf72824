/** The official training YAML as validated records; every key is honoured or answered by name. */
package org.hyperlinker.training.config;
