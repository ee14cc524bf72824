/** The model and index that come with the program: how they are laid, found and unpacked. */
package org.hyperlinker.pretrained;
